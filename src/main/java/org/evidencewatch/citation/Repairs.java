package org.evidencewatch.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.evidencewatch.citation.Repair.Replacement;
import org.evidencewatch.citation.RepairRules.Ruling;
import org.evidencewatch.citation.RepairRules.Target;
import org.evidencewatch.citation.RepairTables.Cited;
import org.evidencewatch.citation.RepairTables.Logged;
import org.evidencewatch.company.Address;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Repairs of citations by people. Each takes part in the caller's transaction, or has one of its own; what is refused changes
 * nothing. A citation never changes its page: the one that is moved is retired, and another stands in its place.
 */
@Repository
public class Repairs {

    private final RepairTables tables;
    private final RecordTables records;
    private final TransactionTemplate transaction;
    private final TransactionTemplate whole;

    public Repairs(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.tables = new RepairTables(jdbc);
        this.records = new RecordTables(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.whole = new TransactionTemplate(transactions);
        // what cannot be undone as a whole leaves the caller's transaction as it was
        this.whole.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Changes a citation, and writes down who did so and why. */
    public RepairReply apply(CitationEdit edit, Authority by) {
        return in(transaction, status -> {
            var found = tables.hold(edit.citation());
            if (found.isEmpty()) {
                return new RepairReply.Refused("there is no citation " + edit.citation());
            }
            return found.get().state().retired()
                    ? new RepairReply.Refused("the citation of %s is retired already"
                            .formatted(found.get().page()))
                    : carryOut(edit, found.get(), by);
        });
    }

    /**
     * Reverts what a decision changed of citations, the newest first, all of it or nothing: then the one reply is a refusal.
     * What an import set as it was before counts as reverted; what was changed otherwise since cannot be.
     */
    public List<RepairReply> undo(long decision, Authority by) {
        return in(whole, status -> {
            var replies = new ArrayList<RepairReply>();
            for (Logged logged : tables.standing(decision)) {
                var reply = undo(logged, by);
                if (reply instanceof RepairReply.Refused) {
                    status.setRollbackOnly();
                    return List.of(reply);
                }
                replies.add(reply);
            }
            return List.copyOf(replies);
        });
    }

    /** The company's citation of the page at that address, or of the page that has it as another address. */
    public Optional<Long> citationOf(String companySlug, String url) {
        return switch (CanonicalUrl.read(url)) {
            case Address.Page page -> tables.citationOf(companySlug, page.url());
            case Address.Broken broken -> Optional.empty();
        };
    }

    private RepairReply carryOut(CitationEdit edit, Cited citation, Authority by) {
        return switch (edit) {
            case CitationEdit.Requote r -> record(RepairRules.requote(citation, r.quote()), citation, by);
            case CitationEdit.Retire r ->
                record(
                        RepairRules.retire(
                                citation,
                                tables.hasOtherEvidence(citation),
                                by.decision().isPresent()),
                        citation,
                        by);
            case CitationEdit.Move m ->
                replace(m.newUrl(), citation, by, target -> RepairRules.move(citation, target, by.at()));
            case CitationEdit.Merge m ->
                replace(m.intoUrl(), citation, by, target -> RepairRules.merge(citation, target, by.at()));
            case CitationEdit.Split s ->
                replace(s.newUrl(), citation, by, target -> RepairRules.split(citation, target, by.at()));
        };
    }

    private RepairReply replace(String url, Cited citation, Authority by, Function<Target, Ruling> rule) {
        return switch (CanonicalUrl.read(url)) {
            case Address.Broken broken ->
                new RepairReply.Refused("the new address is no address of a page: " + broken.reason());
            case Address.Page address -> record(rule.apply(target(url.strip(), address.url(), citation)), citation, by);
        };
    }

    private Target target(String url, String canonical, Cited citation) {
        String page = records.sourceOf(canonical);
        return new Target(
                url,
                canonical,
                page,
                tables.isAlias(canonical, citation.source()),
                tables.isSource(canonical),
                tables.citing(citation.company(), page).map(Cited::state));
    }

    private RepairReply record(Ruling ruling, Cited citation, Authority by) {
        return switch (ruling) {
            case Ruling.No no -> new RepairReply.Refused(no.because());
            case Ruling.Becomes becomes -> {
                tables.write(citation.id(), becomes.now(), by.at());
                yield log(becomes.kind(), citation, becomes.now(), Optional.empty(), by);
            }
            case Ruling.Replaced replaced -> {
                tables.write(citation.id(), citation.state().retiredOrNot(true), by.at());
                yield log(replaced.kind(), citation, replaced.now(), Optional.of(stand(replaced, citation, by)), by);
            }
        };
    }

    private Replacement stand(Ruling.Replaced replaced, Cited citation, Authority by) {
        var before = tables.citing(citation.company(), replaced.page());
        before.ifPresent(other -> tables.write(other.id(), replaced.now(), by.at()));
        long other = before.map(Cited::id)
                .orElseGet(() ->
                        tables.cite(citation.company(), CanonicalUrl.of(replaced.page()), replaced.now(), by.at()));
        return new Replacement(other, before.map(Cited::state), tables.link(citation.id(), other));
    }

    private RepairReply log(
            Repair.Kind kind, Cited citation, CitationState now, Optional<Replacement> replacement, Authority by) {
        var repair = new Repair(kind, citation.id(), citation.state(), now, replacement);
        return new RepairReply.Done(
                tables.log(citation.company(), repair, by, Optional.empty()), replacement.map(Replacement::citation));
    }

    private RepairReply undo(Logged logged, Authority by) {
        var repair = logged.repair();
        var citation = tables.hold(repair.citation()).orElseThrow();
        var other = repair.replacement().flatMap(r -> tables.find(r.citation()));
        return switch (RepairRules.undo(repair, citation.state(), other.map(Cited::state))) {
            case LOST ->
                new RepairReply.Refused(
                        "the citation of %s was changed again since repair %d".formatted(citation.page(), logged.id()));
            case REVERTS -> {
                revert(repair, by);
                yield logUndo(logged, citation, by);
            }
            case REVERTED -> logUndo(logged, citation, by);
        };
    }

    private void revert(Repair repair, Authority by) {
        tables.write(repair.citation(), repair.was(), by.at());
        repair.replacement().ifPresent(other -> {
            tables.write(other.citation(), RepairRules.replacementBefore(repair, other), by.at());
            tables.unlink(other.claims(), other.citation());
        });
    }

    private RepairReply logUndo(Logged logged, Cited citation, Authority by) {
        var repair = logged.repair();
        var undone = new Repair(Repair.Kind.UNDONE, citation.id(), repair.now(), repair.was(), Optional.empty());
        return new RepairReply.Done(
                tables.log(citation.company(), undone, by, Optional.of(logged.id())), Optional.empty());
    }

    private static <T> T in(TransactionTemplate transaction, Function<TransactionStatus, T> work) {
        return Objects.requireNonNull(transaction.execute(work::apply));
    }
}
