package org.evidencewatch.extract;

import java.util.List;

/** What became of reading a PDF. */
sealed interface PdfFile {

    /**
     * The document, as it is printed.
     *
     * @param title by the document's own information; may be empty, or a file's name
     * @param cut whether there is more than we read
     */
    record Printed(String title, int pages, List<PdfLine> lines, boolean cut) implements PdfFile {

        public Printed {
            lines = List.copyOf(lines);
        }
    }

    /** It asks for a password. */
    record Locked() implements PdfFile {}

    /**
     * It is damaged, or more than we take on.
     *
     * @param code reason code
     * @param detail one sentence for people
     */
    record Unreadable(String code, String detail) implements PdfFile {

        static Unreadable damaged(String detail) {
            return new Unreadable("pdf-damaged", "The PDF cannot be read: " + detail + ".");
        }

        static Unreadable tooLarge(String detail) {
            return new Unreadable("pdf-too-large", "The PDF is more than we read: " + detail + ".");
        }
    }
}
