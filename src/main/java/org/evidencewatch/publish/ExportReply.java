package org.evidencewatch.publish;

/** How an export ended. */
public sealed interface ExportReply {

    /** All files are in place. */
    record Exported(ExportReport report) implements ExportReply {}

    /** The directory was left as it was; why, for people. */
    record Refused(String because) implements ExportReply {}
}
