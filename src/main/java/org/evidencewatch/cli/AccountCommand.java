package org.evidencewatch.cli;

import java.util.function.Function;
import org.evidencewatch.review.Account;
import org.evidencewatch.review.AccountReply;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Tokens;
import org.evidencewatch.review.Tokens.Issue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Who can log in to the reviewers' pages. Passwords and tokens are generated, and printed once. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = {
            "Makes and changes the accounts of the reviewers' pages, and tokens for programs.",
            "Roles: reader, reviewer (decides), publisher (also exports), admin (also makes accounts)."
        },
        footer = {"", "Example: evidence account add anna --role reviewer"})
final class AccountCommand implements Runnable {

    @ParentCommand
    private Evidence evidence;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: account list, add, role, disable, enable, password or token");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Prints all accounts.",
            footer = {"", "Example: evidence account list"})
    int list(@Option(names = "--json", description = "Print one JSON document.") boolean json) {
        try (var house = evidence.open()) {
            var accounts = house.getBean(Accounts.class).list();
            if (json) {
                evidence.json(AccountsView.of(accounts));
            } else {
                accounts.forEach(account -> evidence.out().println(line(account)));
            }
        }
        return Evidence.DONE;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Makes an account and prints its password.",
            footer = {"", "Example: evidence account add anna --role reviewer"})
    int add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", paramLabel = "ROLE", defaultValue = "reviewer", description = "What it may do.")
                    String role,
            @Mixin Signature signature) {
        Role as = role(role);
        return change(accounts -> accounts.add(name.strip(), as, signature.name()));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Gives an account another role.",
            footer = {"", "Example: evidence account role anna publisher"})
    int role(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "ROLE") String role,
            @Mixin Signature signature) {
        Role as = role(role);
        return change(accounts -> accounts.entitle(name, as, signature.name()));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lets nobody log in by this name any more.",
            footer = {"", "Example: evidence account disable anna"})
    int disable(@Parameters(paramLabel = "NAME") String name, @Mixin Signature signature) {
        return change(accounts -> accounts.disable(name, signature.name()));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Takes that back.",
            footer = {"", "Example: evidence account enable anna"})
    int enable(@Parameters(paramLabel = "NAME") String name, @Mixin Signature signature) {
        return change(accounts -> accounts.enable(name, signature.name()));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Replaces a lost password and prints the new one.",
            footer = {"", "Example: evidence account password anna"})
    int password(@Parameters(paramLabel = "NAME") String name, @Mixin Signature signature) {
        return change(accounts -> accounts.renewPassword(name, signature.name()));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Makes a token for a program and prints it.",
            footer = {"", "Example: evidence account token anna --label 'nightly export' --role reader"})
    int token(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--label", required = true, paramLabel = "TEXT", description = "What it is for.")
                    String label,
            @Option(names = "--role", paramLabel = "ROLE", defaultValue = "reader", description = "The most it may do.")
                    String role) {
        Role as = role(role);
        try (var house = evidence.open()) {
            return switch (house.getBean(Tokens.class).issue(name, label, as)) {
                case Issue.Issued issued -> {
                    evidence.out().println(issued.secret());
                    yield Evidence.DONE;
                }
                case Issue.Refused refused -> wrong(refused.because());
            };
        }
    }

    private Role role(String word) {
        return Role.of(word)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "There is no role " + word + ": reader, reviewer, publisher or admin."));
    }

    private int change(Function<Accounts, AccountReply> asked) {
        try (var house = evidence.open()) {
            return switch (asked.apply(house.getBean(Accounts.class))) {
                case AccountReply.Done done -> {
                    evidence.out().println(line(done.account()));
                    done.password()
                            .ifPresent(password -> evidence.out().println("password, shown this once: " + password));
                    yield Evidence.DONE;
                }
                case AccountReply.Refused refused -> wrong(refused.because());
            };
        }
    }

    private int wrong(String because) {
        spec.commandLine().getErr().println("Not done: " + because + ".");
        return Evidence.WRONG_INPUT;
    }

    private static String line(Account account) {
        return "%-24s %-10s%s"
                .formatted(
                        account.name(),
                        account.role().word(),
                        account.disabledAt().isPresent() ? " disabled" : "");
    }
}
