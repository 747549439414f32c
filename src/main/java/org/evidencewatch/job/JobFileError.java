package org.evidencewatch.job;

/**
 * Why a job file cannot be used.
 *
 * @param line counted from 1
 */
public record JobFileError(String file, int line, String reason) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
