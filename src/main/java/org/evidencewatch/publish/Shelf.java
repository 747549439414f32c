package org.evidencewatch.publish;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of one table for all companies, in the order of their slugs, taken company by company. So no more is held than
 * one company has, however large the index is.
 */
final class Shelf<T> implements AutoCloseable {

    /** A row and whose it is. */
    record Of<T>(String company, T row) {}

    private final Stream<Of<T>> rows;
    private final Iterator<Of<T>> left;
    private Optional<Of<T>> next;

    /** @param rows by slug, in the order of its code points */
    Shelf(Stream<Of<T>> rows) {
        this.rows = rows;
        this.left = rows.iterator();
        this.next = read();
    }

    /** The rows of that company; companies are asked for in their order, and none before it is asked for again. */
    List<T> of(String company) {
        var own = new ArrayList<T>();
        while (next.isPresent() && next.get().company().compareTo(company) <= 0) {
            if (next.get().company().equals(company)) {
                own.add(next.get().row());
            }
            next = read();
        }
        return own;
    }

    private Optional<Of<T>> read() {
        return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
    }

    @Override
    public void close() {
        rows.close();
    }
}
