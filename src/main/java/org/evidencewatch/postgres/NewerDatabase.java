package org.evidencewatch.postgres;

/** The database was made by a newer release; this one would not understand it. The message tells the person at the keyboard. */
final class NewerDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerDatabase(String theirs, String ours) {
        super(("The database was made by a newer release: its schema is at version %s, and this program knows %s."
                        + " Start that release again, or restore a backup that was made before the update.")
                .formatted(theirs, ours));
    }
}
