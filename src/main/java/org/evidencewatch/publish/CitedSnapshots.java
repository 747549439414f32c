package org.evidencewatch.publish;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evidencewatch.company.LastConfirmed;
import org.evidencewatch.company.PublishedCitation;
import org.evidencewatch.company.PublishedCompany;
import org.evidencewatch.company.Support;

/** The stored pages that an export names as what it rests on. Writes no file. */
final class CitedSnapshots implements Part {

    private final Set<String> digests = new TreeSet<>();

    Set<String> digests() {
        return digests;
    }

    @Override
    public void add(PublishedCompany company) {
        Stream.concat(
                        company.citations().stream().map(PublishedCitation::checked),
                        company.claims().stream()
                                .flatMap(claim -> claim.support().stream())
                                .map(Support::checked))
                .flatMap(checked -> checked.last().stream())
                .map(LastConfirmed::snapshot)
                .forEach(digests::add);
    }

    @Override
    public void close() {}
}
