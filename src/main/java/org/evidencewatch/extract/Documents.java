package org.evidencewatch.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads pages that are no HTML: plain text, Markdown, PDF. Never fails. */
final class Documents {

    private static final int LONGEST_TITLE = 300;

    /** What programs write where nobody gave a title. */
    private static final Pattern NO_TITLE = Pattern.compile(
            "(?i)\\s*|untitled.*|(?:microsoft )?(?:word|powerpoint|excel)\\b.*|document\\d*|.*\\.(?:docx?|odt|rtf|pdf|indd|pptx?|xlsx?|html?|tex)");

    private final String version;

    /** @param version of the extractor */
    Documents(String version) {
        this.version = version;
    }

    Reading text(Page page) {
        return read(page, "", PlainText.blocks(PageDecoder.decode(page)), List.of(), noText("The text has no words."));
    }

    Reading markdown(Page page) {
        return read(
                page, "", MarkdownText.blocks(PageDecoder.decode(page)), List.of(), noText("The text has no words."));
    }

    Reading pdf(Page page) {
        return switch (PdfReader.read(page.body())) {
            case PdfFile.Printed printed -> printed(page, printed);
            case PdfFile.Locked locked ->
                unread(page, Finding.of(PageState.RESTRICTED, "pdf-password", "The PDF asks for a password."));
            case PdfFile.Unreadable unreadable ->
                unread(page, Finding.of(PageState.ERROR, unreadable.code(), unreadable.detail()));
        };
    }

    private Reading printed(Page page, PdfFile.Printed pdf) {
        List<Block> blocks = PdfLayout.blocks(PdfMargins.without(pdf.lines()));
        List<StateReason> notices = pdf.cut()
                ? List.of(new StateReason("pdf-cut", "The PDF goes on beyond what is read of one."))
                : List.of();
        String title = NO_TITLE.matcher(pdf.title()).matches() ? "" : Passages.collapse(pdf.title());
        return read(
                page,
                title,
                blocks,
                notices,
                Finding.of(
                        PageState.EMPTY,
                        "pdf-without-text",
                        "The PDF has " + pdf.pages() + (pdf.pages() == 1 ? " page" : " pages")
                                + " and no text: its words may be pictures."));
    }

    private static Finding noText(String detail) {
        return Finding.of(PageState.EMPTY, "no-text", detail);
    }

    private Reading unread(Page page, Finding finding) {
        return read(page, "", List.of(), List.of(), finding);
    }

    /** @param wordless what the page is where it has no words */
    private Reading read(Page page, String title, List<Block> blocks, List<StateReason> notices, Finding wordless) {
        Optional<Finding> finding = StandIns.shown(blocks)
                .or(() -> Redirection.judge(page, Optional.empty()))
                .or(() -> blocks.isEmpty() ? Optional.of(wordless) : Optional.empty());
        return new Reading(
                version,
                Platform.GENERIC,
                Way.LINES,
                finding.map(Finding::state).orElse(PageState.OK),
                finding.map(Finding::reason).stream().toList(),
                title.isEmpty() ? headline(blocks) : title.substring(0, Math.min(LONGEST_TITLE, title.length())),
                blocks,
                blocks.isEmpty() ? 0 : 1,
                notices,
                Optional.empty(),
                List.of());
    }

    /** The first heading, or the first words of a text that has none. */
    private static String headline(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.kind() == BlockKind.HEADING)
                .findFirst()
                .or(() -> blocks.stream().findFirst())
                .map(Block::text)
                .map(text -> text.substring(0, Math.min(LONGEST_TITLE, text.length())))
                .orElse("");
    }
}
