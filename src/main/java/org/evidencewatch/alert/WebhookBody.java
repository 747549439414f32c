package org.evidencewatch.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is posted to the webhook: {@code {type, timestamp, data}} for programs, or what the operator's template makes of it for a
 * chat tool. A template has placeholders such as <code>{{text}}</code>, whose values are written as JSON has them in a string.
 */
@Component
class WebhookBody {

    /** Alerts in one letter for a program, and how many letters one check may write. */
    private static final int FOR_PROGRAMS = 100;

    /** Lines in one message for people, of which a check writes one. */
    private static final int FOR_PEOPLE = 20;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

    private static final Map<String, Function<News, String>> VALUES = Map.of(
            "text", News::text,
            "subject", News::subject,
            "opened", news -> Integer.toString(news.opened()),
            "changed", news -> Integer.toString(news.changed()),
            "closed", news -> Integer.toString(news.closed()),
            "open", news -> Integer.toString(news.opened() + news.stillOpen()));

    /** The body for programs. */
    private record Message(String type, String timestamp, News data) {}

    private final Optional<String> template;
    private final JsonMapper json;

    WebhookBody(WebhookSettings settings, JsonMapper json) {
        this.template = settings.template();
        this.json = json;
        check();
    }

    /** How many lines one letter has at most. */
    int size() {
        return template.isPresent() ? FOR_PEOPLE : FOR_PROGRAMS;
    }

    /** How many letters one check may write: programs are told of every alert, people in one message. */
    int parts() {
        return template.isPresent() ? 1 : Integer.MAX_VALUE;
    }

    /** The bytes, which are kept and sent as they are. */
    byte[] of(News news) {
        return template.map(text -> filled(text, news))
                .orElseGet(() -> json.writeValueAsString(
                        new Message("evidence.alerts", news.at().toString(), news)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String filled(String text, News news) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            var value = VALUES.get(found.group(1).strip());
            if (value == null) {
                throw new IllegalArgumentException("evidence.webhook.template has %s; there are %s"
                        .formatted(
                                found.group(), VALUES.keySet().stream().sorted().toList()));
            }
            var written = json.writeValueAsString(harmless(value.apply(news)));
            return Matcher.quoteReplacement(written.substring(1, written.length() - 1));
        });
    }

    /** Chat tools read {@code <!channel>}, {@code <url|name>} and {@code @all} in a text; words of strangers shall not. */
    private static String harmless(String text) {
        return text.replace('<', '‹').replace('>', '›').replace('@', '＠');
    }

    private void check() {
        template.ifPresent(text -> {
            var nothing = new News(Instant.EPOCH, 0, 0, 0, 0, List.of(), 0);
            try {
                json.readTree(filled(text, nothing));
            } catch (JacksonException e) {
                throw new IllegalArgumentException("evidence.webhook.template is no JSON once it is filled in", e);
            }
        });
    }
}
