package org.evidencewatch.extract;

/**
 * Why a platform profile cannot be used.
 *
 * @param line counted from 1
 */
public record PlatformError(String file, int line, String reason) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
