package org.evidencewatch.review;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One change that waits at several companies: of a page that they all cite, or the same words on several pages of a host. One
 * look and one answer is enough.
 *
 * @param example the reason that shows it, of the item with most at stake
 * @param companies slugs, in order
 * @param pages how many pages show it
 */
public record Cause(String id, OpenReason example, List<String> companies, int pages) {

    public Cause {
        companies = List.copyOf(companies);
    }

    /** The causes that several of these items have in common, the most widespread first. */
    static List<Cause> of(List<Item> items) {
        Map<String, Members> members = new LinkedHashMap<>();
        for (Item item : items) {
            for (OpenReason reason : item.reasons()) {
                reason.cause()
                        .ifPresent(cause -> members.computeIfAbsent(cause, id -> new Members(reason))
                                .add(item, reason));
            }
        }
        return members.entrySet().stream()
                .filter(entry -> entry.getValue().companies.size() > 1)
                .map(entry -> entry.getValue().as(entry.getKey()))
                .sorted(Comparator.comparingInt(
                                (Cause cause) -> -cause.companies().size())
                        .thenComparing(Cause::id))
                .toList();
    }

    /** Whether this cause is all that waits in an item, so that it needs no card of its own. */
    public boolean covers(Item item) {
        return item.reasons().stream().allMatch(reason -> reason.cause().equals(Optional.of(id)));
    }

    private static final class Members {

        private final OpenReason example;
        private final TreeSet<String> companies = new TreeSet<>();
        private final TreeSet<String> pages = new TreeSet<>();

        Members(OpenReason example) {
            this.example = example;
        }

        void add(Item item, OpenReason reason) {
            companies.add(item.company());
            reason.url().ifPresent(pages::add);
        }

        Cause as(String id) {
            return new Cause(id, example, List.copyOf(companies), pages.size());
        }
    }
}
