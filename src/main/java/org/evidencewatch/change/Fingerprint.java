package org.evidencewatch.change;

import java.util.List;
import java.util.stream.Collectors;
import org.evidencewatch.snapshot.ContentDigest;

/**
 * What a later read must show to agree with a change: the same differing words, wherever else the page differs.
 *
 * <p>It is made of the reasons rather than of the whole text, so that a view counter or a new reply between the two
 * reads does not make them disagree.
 */
public record Fingerprint(String value) {

    /** The fingerprint of some reasons; their order does not matter, nor what facts were read out of the words. */
    static Fingerprint of(Kind kind, List<Reason> reasons) {
        String words = reasons.stream()
                .filter(r -> !r.ofFact())
                .map(r -> r.code() + "\t" + r.before().orElse("") + "\t"
                        + r.after().orElse(""))
                .sorted()
                .collect(Collectors.joining("\n"));
        return new Fingerprint(kind.word() + ":" + ContentDigest.of(words).hex());
    }

    /** The kind of change it was made of. */
    Kind kind() {
        return Kind.ofWord(value.substring(0, value.indexOf(':')));
    }
}
