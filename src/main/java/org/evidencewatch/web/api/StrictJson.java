package org.evidencewatch.web.api;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON and nothing else goes in and out; what is sent may hold no field that we do not know, and nothing twice. What is absent
 * is left out.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class StrictJson implements WebMvcConfigurer {

    static final int DEEPEST = 32;

    private static final List<MediaType> OTHER_FORMS =
            List.of(MediaType.APPLICATION_XML, MediaType.APPLICATION_YAML, MediaType.APPLICATION_CBOR);

    private static final List<CoercionInputShape> NO_TEXT =
            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters
                .withJsonConverter(new JacksonJsonHttpMessageConverter(mapper()))
                .configureMessageConvertersList(list -> list.removeIf(StrictJson::ofAnotherForm));
    }

    private static boolean ofAnotherForm(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream()
                .anyMatch(type -> OTHER_FORMS.stream().anyMatch(type::equalsTypeAndSubtype));
    }

    private static JsonMapper.Builder mapper() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(Include.NON_ABSENT))
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> NO_TEXT.forEach(kind -> text.setCoercion(kind, CoercionAction.Fail)));
    }
}
