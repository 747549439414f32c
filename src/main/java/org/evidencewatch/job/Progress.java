package org.evidencewatch.job;

import org.evidencewatch.snapshot.Purpose;

/** Hears how a run goes. Called by several threads; must not block. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void planned(Purpose purpose, int visits) {}

        @Override
        public void filed(Purpose purpose, int pages, int unread) {}
    };

    /** So many pages will be read. */
    void planned(Purpose purpose, int visits);

    /** So many pages were read and committed, of which some could not be read. */
    void filed(Purpose purpose, int pages, int unread);
}
