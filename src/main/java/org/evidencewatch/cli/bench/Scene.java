package org.evidencewatch.cli.bench;

/**
 * What the site shows on a night.
 *
 * @param later whether the first night is over, so that pages may have changed
 */
record Scene(Serving serving, boolean later) {

    /** How this page is served. */
    Revision revision(Lot lot) {
        return later && serving == Serving.MIXED ? lot.then() : Revision.FIRST;
    }

    /** Whether this page comes with validators. */
    boolean validates(Lot lot) {
        return switch (serving) {
            case PLAIN -> false;
            case VALIDATORS -> true;
            case MIXED -> lot.validators();
        };
    }
}
