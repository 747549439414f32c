package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two pages are compared only as one way of reading shows them. */
class SameWayTest {

    @ParameterizedTest
    @CsvSource({
        "PROFILE,   PROFILE,   PROFILE",
        "PROFILE,   STRUCTURE, STRUCTURE",
        "STRUCTURE, DENSITY,   STRUCTURE",
        "DENSITY,   PROFILE,   STRUCTURE",
        "WHOLE,     PROFILE,   WHOLE",
        "STRUCTURE, WHOLE,     WHOLE",
        "LINES,     LINES,     LINES",
    })
    void readsBothInTheNarrowestWayThatBothHave(Way before, Way after, Way common) {
        assertThat(SameWay.common(before, after)).isEqualTo(common);
        assertThat(SameWay.common(after, before)).isEqualTo(common);
    }

    @Test
    void takesTheWidestWayWhereTheCommonOneIsBlind() {
        var before = page(reading(Way.PROFILE, 0.8), reading(Way.STRUCTURE, 0.1), reading(Way.WHOLE, 0.9));
        var after = page(reading(Way.STRUCTURE, 0.8), reading(Way.WHOLE, 0.9));
        assertThat(SameWay.of(before, after)).isEqualTo(new SameWay(reading(Way.WHOLE, 0.9), reading(Way.WHOLE, 0.9)));
    }

    @Test
    void leavesPagesThatNoWayFitsBothOf() {
        var html = page(reading(Way.STRUCTURE, 0.8), reading(Way.WHOLE, 0.9));
        var text = page(reading(Way.LINES, 1));
        assertThat(SameWay.of(html, text)).isEqualTo(new SameWay(reading(Way.STRUCTURE, 0.8), reading(Way.LINES, 1)));
    }

    @Test
    void readsNothingAnewOfAPageThatIsNotGood() {
        var gone = new Reading("1", "generic", Way.STRUCTURE, PageState.GONE, List.of(), "", List.of(), 0);
        var before = page(reading(Way.PROFILE, 0.8));
        var after = new Legible(gone, way -> {
            throw new AssertionError("read in " + way);
        });
        assertThat(SameWay.of(before, after)).isEqualTo(new SameWay(before.own(), gone));
    }

    /** A page by the ways in which it can be read, its own first; in any other it is read in its own. */
    private static Legible page(Reading own, Reading... others) {
        Map<Way, Reading> ways = new HashMap<>();
        List.of(others).forEach(other -> ways.put(other.way(), other));
        return new Legible(own, way -> ways.getOrDefault(way, own));
    }

    private static Reading reading(Way way, double coverage) {
        var blocks = List.of(new Block("", way.word(), way.word()));
        return new Reading("1", "generic", way, PageState.OK, List.of(), "Refunds", blocks, coverage);
    }
}
