package org.evidencewatch.review;

import java.util.Optional;

/** What came of a request to change an account. Only {@link Done} changed anything. */
public sealed interface AccountReply {

    /**
     * It is done.
     *
     * @param password a generated one, to be shown once
     */
    record Done(Account account, Optional<String> password) implements AccountReply {}

    /** The sentence tells people why not. */
    record Refused(String because) implements AccountReply {}
}
