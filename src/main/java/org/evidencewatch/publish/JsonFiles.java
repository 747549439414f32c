package org.evidencewatch.publish;

import java.io.OutputStream;
import java.util.List;
import org.evidencewatch.company.CorrectionJson;
import org.evidencewatch.company.DataSetJson;
import org.evidencewatch.company.PublishedCompany;
import org.evidencewatch.publish.Overview.Corrected;
import org.evidencewatch.publish.Overview.Waiting;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON files: the data set, which is written as companies come, the corrections, and what is to be scored again. */
final class JsonFiles {

    static final String VERSION = "1.0";
    static final String RESCORE = "urn:evidence-watch:rescore:1";

    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writer()
            .with(printer());

    private final PublicationSettings settings;

    JsonFiles(PublicationSettings settings) {
        this.settings = settings;
    }

    /** The data set. Its first key tells what it is. */
    Part dataSet(OutputStream out) {
        JsonGenerator json = JSON.createGenerator(out);
        json.writeStartObject();
        json.writeStringProperty("$schema", DataSetJson.SCHEMA);
        head(json);
        settings.publisher().ifPresent(publisher -> json.writeStringProperty("publisher", publisher));
        settings.baseUrl().ifPresent(url -> json.writeStringProperty("homepage", url));
        licence(json);
        json.writeArrayPropertyStart("companies");
        return new Part() {
            @Override
            public void add(PublishedCompany company) {
                JSON.writeValue(json, DataSetJson.company(company));
            }

            @Override
            public void close() {
                json.writeEndArray();
                end(json);
            }
        };
    }

    /** All corrections, the newest first, each with its company. */
    void corrections(OutputStream out, List<Corrected> corrections) {
        JsonGenerator json = JSON.createGenerator(out);
        json.writeStartObject();
        head(json);
        licence(json);
        json.writeArrayPropertyStart("corrections");
        for (Corrected each : corrections) {
            var node = CorrectionJson.tree(each.correction());
            node.put("company", each.slug());
            node.put("name", each.name());
            JSON.writeValue(json, node);
        }
        json.writeEndArray();
        end(json);
    }

    /** The companies to score again, those that have waited longest first. */
    void rescore(OutputStream out, List<Waiting> waiting) {
        JsonGenerator json = JSON.createGenerator(out);
        json.writeStartObject();
        json.writeStringProperty("$schema", RESCORE);
        head(json);
        json.writeArrayPropertyStart("companies");
        waiting.forEach(each -> JSON.writeValue(json, each.tree()));
        json.writeEndArray();
        end(json);
    }

    private void head(JsonGenerator json) {
        json.writeStringProperty("schemaVersion", VERSION);
        json.writeStringProperty("title", settings.title());
    }

    private void licence(JsonGenerator json) {
        json.writeObjectPropertyStart("licence");
        json.writeStringProperty("name", settings.licence());
        settings.licenceLink().ifPresent(url -> json.writeStringProperty("url", url));
        json.writeEndObject();
    }

    private static void end(JsonGenerator json) {
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    /** The same on every machine, whatever ends its lines. */
    private static DefaultPrettyPrinter printer() {
        var indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }
}
