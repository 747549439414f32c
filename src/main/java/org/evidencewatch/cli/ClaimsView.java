package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Agreement;
import org.evidencewatch.change.ClaimLink;
import org.evidencewatch.change.ClaimSheet;
import org.evidencewatch.change.ClaimVerdict;
import org.evidencewatch.change.Voice;
import org.evidencewatch.company.Quote;
import org.evidencewatch.fact.Role;

/** The claims of a company as JSON. */
record ClaimsView(String company, String name, List<ClaimView> claims) {

    static ClaimsView of(ClaimSheet sheet) {
        return new ClaimsView(
                sheet.slug(),
                sheet.name(),
                sheet.claims().stream().map(ClaimView::of).toList());
    }

    record ClaimView(
            String dimension,
            String statement,
            List<ClaimSheet.Stated> values,
            AgreementView agreement,
            List<PageView> pages) {

        static ClaimView of(ClaimSheet.Of claim) {
            return new ClaimView(
                    claim.dimension().key(),
                    claim.statement(),
                    claim.values(),
                    AgreementView.of(claim.agreement()),
                    claim.pages().stream().map(PageView::of).toList());
        }
    }

    /** Who says what; the weightiest first. */
    record AgreementView(String state, List<VoiceView> voices) {

        static AgreementView of(Agreement agreement) {
            return new AgreementView(
                    agreement.state().word(),
                    agreement.voices().stream().map(VoiceView::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record VoiceView(
            String url, String kind, Optional<LocalDate> at, String says, Optional<String> value, String read) {

        static VoiceView of(Voice voice) {
            return new VoiceView(
                    voice.url(),
                    voice.kind().word(),
                    voice.at(),
                    voice.says().word(),
                    voice.value(),
                    voice.read().word());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PageView(
            String url,
            String title,
            Optional<LocalDate> accessed,
            String kind,
            Optional<String> verdict,
            String read,
            Optional<Instant> readAt,
            Optional<String> valueFound,
            Optional<String> quoteFound,
            Optional<Boolean> sufficient,
            Optional<String> tested,
            Optional<ClaimSheet.Suggestion> better,
            List<LinkView> links) {

        static PageView of(ClaimSheet.Page page) {
            return new PageView(
                    page.url(),
                    page.title(),
                    page.accessed(),
                    page.kind().word(),
                    page.verdict().map(ClaimVerdict::word),
                    page.read().word(),
                    page.readAt(),
                    page.value(),
                    page.quote(),
                    page.sufficient(),
                    page.tested(),
                    page.better(),
                    page.links().stream().map(LinkView::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record LinkView(
            long id,
            String state,
            Optional<String> role,
            Optional<String> value,
            boolean agrees,
            Quote quote,
            Optional<String> by,
            Optional<Instant> at) {

        static LinkView of(ClaimLink link) {
            return new LinkView(
                    link.id(),
                    link.state().word(),
                    link.role().map(Role::word),
                    link.value(),
                    link.agrees(),
                    link.quote(),
                    link.decided().map(ClaimLink.Decided::by),
                    link.decided().map(ClaimLink.Decided::at));
        }
    }
}
