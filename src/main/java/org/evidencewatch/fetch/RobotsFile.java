package org.evidencewatch.fetch;

import java.time.Instant;

/**
 * A robots.txt as it was served.
 *
 * @param content empty where the server has none
 * @param contentType as the server said, or the empty string
 * @param readAt when it was asked for
 */
record RobotsFile(byte[] content, String contentType, Instant readAt) {

    RobotsRules rules(String userAgent) {
        return content.length == 0 ? RobotsRules.allowAll() : RobotsRules.parse(content, contentType, userAgent);
    }
}
