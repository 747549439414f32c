package org.evidencewatch.cli;

import java.util.List;
import org.evidencewatch.review.Account;

/** Accounts as one JSON document. */
record AccountsView(List<Line> accounts) {

    record Line(String name, String role, boolean disabled) {}

    static AccountsView of(List<Account> accounts) {
        return new AccountsView(accounts.stream()
                .map(account -> new Line(
                        account.name(),
                        account.role().word(),
                        account.disabledAt().isPresent()))
                .toList());
    }
}
