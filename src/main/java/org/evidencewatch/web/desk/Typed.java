package org.evidencewatch.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.review.ClaimEdit;
import org.evidencewatch.review.RecordEdit;

/**
 * The claims of a record as a form sent them: what stood there, what was proposed, and what the person left in the field.
 *
 * @param claim keys such as {@code refund/0}
 * @param current what the record states
 * @param offered what the field held when the form was shown
 * @param statement what it held when it was sent; blank where the claim is to be dropped
 */
record Typed(List<String> claim, List<String> current, List<String> offered, List<String> statement) {

    static final Typed NOTHING = new Typed(List.of(), List.of(), List.of(), List.of());

    Typed {
        claim = List.copyOf(claim);
        current = current.stream().map(Typed::plain).toList();
        offered = offered.stream().map(Typed::plain).toList();
        statement = statement.stream().map(Typed::plain).toList();
        if (claim.size() != current.size() || claim.size() != offered.size() || claim.size() != statement.size()) {
            throw new IllegalArgumentException("a form of another page");
        }
    }

    /** Whether the person typed anything. */
    public boolean touched() {
        return !statement.equals(offered);
    }

    /** The claims to be edited; empty where nobody typed anything, so that what is proposed is done. */
    Optional<List<ClaimEdit>> edits() {
        return touched() ? Optional.of(changed()) : Optional.empty();
    }

    private List<ClaimEdit> changed() {
        var edits = new ArrayList<ClaimEdit>();
        for (int at = 0; at < claim.size(); at++) {
            if (!statement.get(at).equals(current.get(at))) {
                edits.add(edit(claim.get(at), statement.get(at)));
            }
        }
        return List.copyOf(edits);
    }

    private static ClaimEdit edit(String key, String statement) {
        int slash = key.lastIndexOf('/');
        Dimension dimension = Dimension.withKey(key.substring(0, Math.max(slash, 0)))
                .orElseThrow(() -> new IllegalArgumentException("no claim is called " + key));
        return new ClaimEdit(
                dimension,
                Integer.parseInt(key.substring(slash + 1)),
                Optional.of(statement).filter(words -> !words.isEmpty()));
    }

    /** As typed, whatever line ends and margins the browser made of it. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    /** What the person left in the field of that claim, if this form has one. */
    Optional<String> left(String key) {
        int at = claim.indexOf(key);
        return at < 0 ? Optional.empty() : Optional.of(statement.get(at));
    }

    /** The edit of a record with these claims. */
    RecordEdit with(RecordEdit edit) {
        return new RecordEdit(edits(), edit.url(), edit.quote());
    }
}
