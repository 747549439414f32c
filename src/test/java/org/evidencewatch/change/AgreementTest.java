package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Agreement.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

    @Test
    void conflictIsToldWithWhoSaysWhat() {
        var agreement = Agreement.of(List.of(
                voice(
                        "https://forum.example/t/1",
                        SourceKind.STAFF_POSTS,
                        "2026-06-12",
                        ClaimVerdict.SUPPORTED,
                        "P30D"),
                voice(
                        "https://help.example/1",
                        SourceKind.OFFICIAL,
                        "2026-06-10",
                        ClaimVerdict.VALUE_CHANGED,
                        "P14D")));

        assertThat(agreement.state()).isEqualTo(State.CONFLICT);
        assertThat(agreement.voices())
                .extracting(voice -> voice.value().orElseThrow())
                .containsExactly("P14D", "P30D");
        assertThat(agreement.first().map(Voice::says)).contains(Voice.Says.OTHERWISE);
    }

    @Test
    void theCompanysOwnPageComesBeforeItsStaffAndTheNewerTextBeforeTheOlder() {
        var agreement = Agreement.of(List.of(
                voice("https://a.example/old", SourceKind.OFFICIAL, "2026-01-01", ClaimVerdict.SUPPORTED, "yes"),
                voice("https://x.example/", SourceKind.OTHER, "2026-06-30", ClaimVerdict.SUPPORTED, "yes"),
                voice("https://forum.example/t/1", SourceKind.STAFF_POSTS, "2026-06-30", ClaimVerdict.SUPPORTED, "yes"),
                voice("https://a.example/new", SourceKind.OFFICIAL, "2026-06-01", ClaimVerdict.SUPPORTED, "yes")));

        assertThat(agreement.voices())
                .extracting(Voice::url)
                .containsExactly(
                        "https://a.example/new",
                        "https://a.example/old",
                        "https://forum.example/t/1",
                        "https://x.example/");
    }

    @ParameterizedTest
    @CsvSource({
        "SUPPORTED, REWORDED, AGREED",
        "SUPPORTED, CANNOT_TELL, AGREED",
        "CONTRADICTED, VALUE_CHANGED, AGAINST",
        "CONTRADICTED, NO_LONGER_STATED, AGAINST",
        "REWORDED, CONTRADICTED, CONFLICT",
        "NO_LONGER_STATED, CANNOT_TELL, SILENT"
    })
    void whatTwoPagesComeTo(ClaimVerdict one, ClaimVerdict other, State state) {
        assertThat(Agreement.of(List.of(
                                voice("https://a.example/", SourceKind.OFFICIAL, "2026-06-10", one, "x"),
                                voice("https://b.example/", SourceKind.OTHER, "2026-06-10", other, "y")))
                        .state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "zendesk, false, https://elsewhere.example/hc/1, OFFICIAL",
        "generic, false, https://www.acme.example/refunds, OFFICIAL",
        "discourse, true, https://forum.acme.example/t/1, STAFF_POSTS",
        "generic, false, https://pay.example/timelines, OTHER",
        "generic, false, https://pay.co.uk/timelines, OTHER"
    })
    void whoSpeaksIsToldByThePlatformAndTheSiteThatIsCitedMost(
            String platform, boolean posts, URI url, SourceKind kind) {
        var cited = List.of(
                URI.create("https://www.acme.example/refunds"),
                URI.create("https://help.acme.example/1"),
                URI.create("https://pay.example/timelines"),
                URI.create("https://pay.co.uk/timelines"),
                URI.create("https://shop.co.uk/"));
        assertThat(SourceKind.of(platform, posts, url, cited)).isEqualTo(kind);
    }

    private static Voice voice(String url, SourceKind kind, String at, ClaimVerdict verdict, String value) {
        return new Voice(
                url,
                kind,
                Optional.of(LocalDate.parse(at)),
                Optional.of(verdict),
                ReadQuality.GOOD,
                Optional.of(value));
    }
}
