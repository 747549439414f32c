package org.evidencewatch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.evidencewatch.TestHouse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An export on disk, for looking at. */
record Exported(Path folder, ExportReport report) {

    /** Exports a house, which must not be refused. */
    static Exported from(TestHouse house, Path folder, boolean preview) throws IOException {
        var reply = house.get(OpenData.class).export(folder, preview);
        assertThat(reply).isInstanceOf(ExportReply.Exported.class);
        return new Exported(folder, ((ExportReply.Exported) reply).report());
    }

    /** Every file's text, by its name with slashes. */
    Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(folder.relativize(file).toString(), text(file)));
        }
        return files;
    }

    String text(String name) {
        return text(folder.resolve(name));
    }

    JsonNode json(String name) {
        return JsonMapper.shared().readTree(text(name));
    }

    /** A company of the data set. */
    JsonNode company(String slug) {
        return json("dataset.json")
                .path("companies")
                .valueStream()
                .filter(company -> company.path("slug").asString().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
