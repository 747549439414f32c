package org.evidencewatch.cli.bench;

/** In what state a page is served. */
enum Revision {
    /** As on the first night. */
    FIRST(0),
    /** Other bytes, the same article: a token, a counter. */
    NOISE(1),
    /** The article itself says something else. */
    CHANGED(2);

    private final int number;

    Revision(int number) {
        this.number = number;
    }

    /** Tells it apart in validators; later ones have higher numbers. */
    int number() {
        return number;
    }
}
