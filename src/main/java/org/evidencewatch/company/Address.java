package org.evidencewatch.company;

/** What a URL amounts to, as written in a record. */
public sealed interface Address {

    /**
     * A page that can be read.
     *
     * @param url canonical: two URLs of one page have the same
     */
    record Page(String url, String host) implements Address {}

    /** No page of the web; the reason is for people. */
    record Broken(String reason) implements Address {}

    /** Reads URLs as written. */
    @FunctionalInterface
    interface Reader {
        Address read(String written);
    }
}
