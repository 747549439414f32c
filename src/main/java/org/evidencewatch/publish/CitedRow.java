package org.evidencewatch.publish;

import java.time.Instant;
import java.util.Optional;
import org.evidencewatch.company.Checked;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.LastConfirmed;

/**
 * A citation, and how its page stands by what we read ourselves and by an earlier publication.
 *
 * @param tried whether a machine of ours ever tried the page
 * @param capture the id of the capture that last bore out the accepted words
 * @param own what that capture amounts to
 * @param unreadableSince since when we cannot read it
 * @param published how it stood by the newest publication that was imported
 */
record CitedRow(
        CitedPage page,
        boolean tried,
        Optional<Long> capture,
        Optional<LastConfirmed> own,
        Optional<Instant> unreadableSince,
        Checked published) {

    /** How it stands: by the newer confirmation, and, once we tried, as we can read it. */
    Checked checked() {
        return new Checked(Checked.newer(own, published.last()), tried ? unreadableSince : published.unreadableSince());
    }
}
