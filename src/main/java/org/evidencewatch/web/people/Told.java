package org.evidencewatch.web.people;

import org.evidencewatch.review.Account;
import org.evidencewatch.review.AccountReply;
import org.evidencewatch.web.Notice;

/** What a page says of a change of an account. */
final class Told {

    private Told() {}

    static Notice of(AccountReply reply) {
        return switch (reply) {
            case AccountReply.Done done -> Notice.good("Done", stands(done.account()));
            case AccountReply.Refused refused -> Notice.incomplete(refused.because());
        };
    }

    private static String stands(Account account) {
        return account.disabledAt().isPresent()
                ? account.name() + " can no longer log in."
                : account.name() + " is " + account.role().word() + ".";
    }
}
