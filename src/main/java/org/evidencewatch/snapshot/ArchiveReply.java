package org.evidencewatch.snapshot;

import java.util.List;

/** How an export ended. */
public sealed interface ArchiveReply {

    /**
     * All files are in place.
     *
     * @param captures that are in them, of whatever kind
     * @param revisits of these, how many brought nothing new
     * @param failed of these, how many brought nothing at all
     * @param damaged those whose bytes are no longer what was received, which is all that the files say of them
     */
    record Written(List<WrittenFile> files, long captures, long revisits, long failed, List<String> damaged)
            implements ArchiveReply {

        public Written {
            files = List.copyOf(files);
            damaged = List.copyOf(damaged);
        }
    }

    /** The directory was left as it was; why, for people. */
    record Refused(String because) implements ArchiveReply {}

    /** One file. */
    record WrittenFile(String name, long records, long bytes) {}
}
