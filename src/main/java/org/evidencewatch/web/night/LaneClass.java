package org.evidencewatch.web.night;

import java.util.Locale;

/** The class by which the style sheet colours a lane. */
final class LaneClass {

    private LaneClass() {}

    static String of(String lane) {
        return "lane-" + lane.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
