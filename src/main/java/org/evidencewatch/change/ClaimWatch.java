package org.evidencewatch.change;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.fact.FactReader;
import org.evidencewatch.fact.FactRules;
import org.evidencewatch.fact.FactSheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lays what cited pages state beside what records claim: proposes the passages that support a claim, tests whether a page
 * states anything of its kind, and judges the claim. Safe to repeat and to interrupt: what is due is told by the rows that
 * are missing, and all of a page commits together. A page whose text is the one that was read costs nothing.
 */
@Component
public class ClaimWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimWatch.class);

    /** Raise it with every change of what is proposed, found or tested. */
    private static final String VERSION = "1";

    private final ClaimTables tables;
    private final ClaimVerdicts verdicts;
    private final Readings readings;
    private final TransactionTemplate transaction;
    private final FactReader reader = new FactReader();
    private final String rules = VERSION + "-" + FactRules.version();

    ClaimWatch(ClaimTables tables, ClaimVerdicts verdicts, Readings readings, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.verdicts = verdicts;
        this.readings = readings;
        this.transaction = new TransactionTemplate(transactions);
        // whoever calls may have a transaction of their own, which the failure of one page must not end
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Brings links and verdicts in line with the pages as they were read last: after a run, and after an import that cites
     * pages which are held already. A page on which our own reading fails is logged and left for the next time.
     *
     * @param at the time that new rows carry
     */
    public void settle(Instant at) {
        for (long source : tables.dueSources(readings.version(), rules)) {
            try {
                transaction.executeWithoutResult(tx -> read(source, at));
            } catch (RuntimeException | StackOverflowError e) {
                LOG.error("the claims on source {} could not be judged; it will be tried again", source, e);
            }
        }
        transaction.executeWithoutResult(tx -> verdicts.carryOver(at));
    }

    private void read(long source, Instant at) {
        tables.lockCitingCompanies(source);
        // once more: whoever had the companies may have read the page
        var pages = new Pages();
        for (DueClaim due : tables.due(source, readings.version(), rules)) {
            CitedText page = pages.of(due.response());
            ClaimFacts facts = facts(due.claim());
            propose(due, facts, page, at);
            judge(due, facts, page, pages, at);
            tables.read(due, page, Sufficiency.of(due.claim().dimension(), page), rules, at);
        }
    }

    /** Judges a claim anew on a page as it was read last, for what people said of its links. In the caller's transaction. */
    void judge(long claim, long citation, Instant at) {
        var pages = new Pages();
        tables.page(claim, citation, readings.version())
                .ifPresent(due -> judge(due, facts(due.claim()), pages.of(due.response()), pages, at));
    }

    private ClaimFacts facts(StatedClaim claim) {
        return ClaimFacts.of(reader, claim.dimension(), claim.statement(), claim.summary());
    }

    /** What was rejected is not proposed again. */
    private void propose(DueClaim due, ClaimFacts facts, CitedText page, Instant at) {
        List<ClaimLink> links = tables.links(due.claim().id(), due.citation());
        if (links.stream().allMatch(ClaimLink::rejected)) {
            LinkProposals.of(reader, facts, page).stream()
                    .filter(proposal -> links.stream()
                            .noneMatch(link ->
                                    link.quote().exact().equals(proposal.quote().exact())))
                    .forEach(proposal -> tables.propose(due, proposal, rules, at));
        }
    }

    private void judge(DueClaim due, ClaimFacts facts, CitedText page, Pages pages, Instant at) {
        List<ClaimLink> links = tables.links(due.claim().id(), due.citation());
        Optional<ClaimVerdict> earlier =
                verdicts.standing(due.claim().id(), due.citation()).map(ClaimVerdicts.Standing::verdict);
        Optional<ClaimFinding> found = ClaimFindings.of(facts, links, page, pages);
        ClaimJudge.judge(earlier, ReadQuality.GOOD, found.map(ClaimFinding::verdict))
                .ifPresent(verdict -> found.ifPresent(finding -> verdicts.record(due, verdict, finding, rules, at)));
    }

    /** Pages as today's extractor reads them, each read once while one source is at work. */
    private final class Pages implements LongFunction<FactSheet> {

        private final Map<Long, CitedText> read = new HashMap<>();

        CitedText of(long response) {
            return read.computeIfAbsent(
                    response, id -> CitedText.of(reader, readings.of(id).own()));
        }

        @Override
        public FactSheet apply(long capture) {
            return of(tables.response(capture)).sheet();
        }
    }
}
