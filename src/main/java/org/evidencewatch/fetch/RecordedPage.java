package org.evidencewatch.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What a {@link RecordedWeb} holds of one address. Nothing of it is trusted. */
public sealed interface RecordedPage {

    /** An HTTP/1.1 response as octets: head, then the content, chunked and coded as its head says. */
    @FunctionalInterface
    interface Message {

        /** Opens it at its first octet; the caller closes it. */
        InputStream open() throws IOException;
    }

    /** It was answered. */
    record Answered(Message message) implements RecordedPage {}

    /**
     * It was answered with what had been answered before.
     *
     * @param notModified the server said so (304); else the content was seen to be the same
     * @param head of this answer, where it was kept; what follows it is not looked at
     * @param earlier the answer that brought the content, where the record holds it
     */
    record Same(boolean notModified, Optional<Message> head, Optional<Message> earlier) implements RecordedPage {}

    /** It was asked for, and there was no answer. */
    record Unanswered(FetchResult how) implements RecordedPage {}

    /** It is not in the record; the detail is for people. */
    record Missing(String detail) implements RecordedPage {}
}
