package org.evidencewatch.snapshot;

/** Hears how an export goes. */
public interface ArchiveProgress {

    /** Tells nobody. */
    ArchiveProgress NONE = new ArchiveProgress() {
        @Override
        public void planned(long captures) {}

        @Override
        public void written(int damaged) {}
    };

    /** So many captures will be written. */
    void planned(long captures);

    /** One more is written; so many were damaged up to now. */
    void written(int damaged);
}
