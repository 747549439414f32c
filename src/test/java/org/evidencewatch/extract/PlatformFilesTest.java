package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens when somebody corrects a profile, or breaks it. */
class PlatformFilesTest {

    private static final String OAK = """
            name: Oak
            about: Invented.
            detection:
              - generator: "^Oak"
              - class: oak-page
            content:
              - ".oak-text"
            states:
              - { state: GONE, code: oak-gone, says: "^felled" }
            """;

    @TempDir
    private Path directory;

    @Test
    void aNewFileIsANewPlatform() throws IOException {
        var extractor = extractor(OAK);
        Reading reading = read(extractor, "<div class=oak-text><p>We refund within 14 days.</p></div>");

        assertThat(reading.platform()).isEqualTo("oak");
        assertThat(reading.text()).isEqualTo("We refund within 14 days.");
    }

    @Test
    void aCorrectedSelectorIsAnotherVersionAndACommentIsNot() throws IOException {
        String version = extractor(OAK).version();

        assertThat(version).matches(Extractor.RULES + "-[0-9a-f]{8}");
        assertThat(extractor(OAK + "# seen in May\n").version()).isEqualTo(version);
        assertThat(extractor(OAK.replace(".oak-text", ".oak-body")).version()).isNotEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: Oak | nmae: Oak | oak.yaml:1: | nmae",
                "'.oak-text' | '.oak-text[' | oak.yaml:7: | no CSS selector",
                "'^felled' | '(felled' | oak.yaml:9: | no regular expression",
                "state: GONE | state: FELLED | oak.yaml:9: | enumeration",
                "class: oak-page | colour: green | oak.yaml:5: | colour",
                "'  - class: oak-page' | '' | oak.yaml:3: | two markers",
                "'name: Oak' | 'name: Oak: tree' | oak.yaml:1: | mapping values",
                "'about: Invented.' | 'name: Oak' | oak.yaml:2: | stands twice"
            })
    void anErrorNamesFileLineAndReason(String right, String wrong, String place, String reason) throws IOException {
        assertThat(OAK).contains(right.replace('\'', '"').strip());
        var extractor = extractor(OAK.replace(
                right.replace('\'', '"').strip(), wrong.replace('\'', '"').strip()));

        assertThat(extractor.profileErrors())
                .extracting(PlatformError::toString)
                .anySatisfy(error -> assertThat(error).startsWith(place).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/t/{id}.json | /t/(?<id>\\d+)$ | discourse-topic | ",
                "/t/{id}.json | /t/(\\d+)$ | discourse-topic | oak.yaml:12: /endpoint/at: has no group named 'id'",
                "/{locale}/{id}.json | /t/(?<id>\\d+)$ | discourse-topic | has no group named 'locale'",
                "/t/{id}.json | /t/(?<id>\\d+$ | discourse-topic | oak.yaml:12: /endpoint/at: no regular expression",
                "https://api.oak.example/{id} | /t/(?<id>\\d+)$ | discourse-topic | on the page's own host",
                "/t/{id}.json | /t/(?<id>\\d+)$ | oak-topic | enumeration"
            })
    void anEndpointThatIsReadNamesItsPartsOnThePagesHost(String template, String at, String reads, String reason)
            throws IOException {
        var extractor = extractor(OAK + """
                endpoint:
                  template: "%s"
                  at: '%s'
                  reads: %s
                  gives: its words
                """.formatted(template, at, reads));

        if (reason == null) {
            assertThat(extractor.profileErrors()).isEmpty();
        } else {
            assertThat(extractor.profileErrors())
                    .extracting(PlatformError::toString)
                    .anySatisfy(error -> assertThat(error).contains(reason));
        }
    }

    @Test
    void aWrongProfileIsLeftOutAndTheOthersWork() throws IOException {
        Files.writeString(directory.resolve("elm.yaml"), "name: [");
        Files.write(directory.resolve("fir.yaml"), "name: Fäulnis".getBytes(StandardCharsets.ISO_8859_1));
        var extractor = extractor(OAK);

        assertThat(extractor.profileErrors()).extracting(PlatformError::file).containsExactly("elm.yaml", "fir.yaml");
        assertThat(read(extractor, "<div class=oak-text><p>We refund within 14 days.</p></div>")
                        .platform())
                .isEqualTo("oak");
    }

    @Test
    void aMissingDirectoryIsToldAndPagesAreReadAllTheSame() {
        var extractor = new Extractor(Platforms.load(directory.resolve("nowhere")));

        assertThat(extractor.profileErrors()).extracting(PlatformError::reason).containsExactly("no such directory");
        assertThat(read(extractor, "<main><p>We refund within 14 days of every purchase.</p></main>")
                        .platform())
                .isEqualTo("generic");
    }

    private Extractor extractor(String oak) throws IOException {
        Files.writeString(directory.resolve("oak.yaml"), oak);
        return new Extractor(Platforms.load(directory));
    }

    private static Reading read(Extractor extractor, String body) {
        String html = "<html><head><meta name=generator content='Oak 2'></head><body class=oak-page>" + body;
        return extractor.read(Page.ofFile(Optional.empty(), html.getBytes(StandardCharsets.UTF_8)));
    }
}
