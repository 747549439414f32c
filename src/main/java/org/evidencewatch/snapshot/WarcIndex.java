package org.evidencewatch.snapshot;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.fetch.RecordedWeb;

/** Where in a file the records of web pages lie. Holds places only, no content. */
final class WarcIndex implements WarcScan.Found {

    /** What a record says of its page. */
    enum Kind {
        ANSWER,
        REVISIT,
        /** Bytes that no server sent then; they answer nothing, and may be referred to. */
        RESOURCE,
        /** A capture of ours that failed, as we export it. */
        FAILURE,
        /** It was answered, and the record is of no use. */
        BROKEN
    }

    /** One record. */
    record Entry(Instant date, long at, Kind kind) {}

    private final Map<String, List<Entry>> pages = new HashMap<>();
    private final Map<String, Entry> ids = new HashMap<>();
    private final Map<String, Entry> payloads = new HashMap<>();
    private final Map<Long, String> flaws = new LinkedHashMap<>();

    @Override
    public void record(long at, WarcHead head, Optional<WarcBlock> block, Optional<String> flaw) {
        var page = head.target();
        var kind = kind(head, block);
        if (page.isEmpty() || kind.isEmpty()) {
            flaw.or(head::objection).ifPresent(why -> flaws.put(at, why));
            return;
        }
        var objection = flaw.or(head::objection).or(() -> unusable(head));
        objection.ifPresent(why -> flaws.put(at, why));
        var date = head.date();
        if (date.isEmpty()) {
            flaws.put(at, "it has no WARC-Date that can be read");
            return;
        }
        var entry = new Entry(date.get(), at, objection.isPresent() ? Kind.BROKEN : kind.get());
        pages.computeIfAbsent(page.get().toString(), url -> new ArrayList<>(1)).add(entry);
        if (entry.kind() == Kind.ANSWER || entry.kind() == Kind.RESOURCE) {
            head.field("WARC-Record-ID").map(WarcHead::bare).ifPresent(id -> ids.putIfAbsent(id, entry));
            head.field("WARC-Payload-Digest").ifPresent(digest -> payloads.putIfAbsent(digest, entry));
        }
    }

    @Override
    public void unreadable(long at, String why) {
        flaws.put(at, why);
    }

    /** Puts the records of each page in the order of their dates; of equal dates, in that of the file. */
    void sort() {
        pages.values().forEach(entries -> entries.sort(Comparator.comparing(Entry::date)));
    }

    /** The records that are of no use, each with its place and why, in the order of the file. */
    Stream<String> flaws() {
        return flaws.entrySet().stream().map(flaw -> "record at %d: %s".formatted(flaw.getKey(), flaw.getValue()));
    }

    /** Why a record is of no use; empty where nothing is known against it. */
    Optional<String> flaw(long at) {
        return Optional.ofNullable(flaws.get(at));
    }

    /** The newest that was answered, or was not, at any address. */
    Optional<Instant> newest() {
        return pages.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.kind() != Kind.RESOURCE)
                .map(Entry::date)
                .max(Comparator.naturalOrder());
    }

    /** What was the newest of an address at a time. */
    Optional<Entry> newest(URI url, Instant upTo) {
        return pages.getOrDefault(url.toString(), List.of()).reversed().stream()
                .filter(entry -> entry.kind() != Kind.RESOURCE && !entry.date().isAfter(upTo))
                .findFirst();
    }

    /** The record that a revisit refers to: by name, by address and date, or by the digest of its payload. */
    Optional<Entry> original(WarcHead revisit) {
        return revisit.field("WARC-Refers-To")
                .map(WarcHead::bare)
                .flatMap(id -> Optional.ofNullable(ids.get(id)))
                .or(() -> dated(revisit))
                .or(() -> revisit.field("WARC-Payload-Digest")
                        .flatMap(digest -> Optional.ofNullable(payloads.get(digest))));
    }

    private Optional<Entry> dated(WarcHead revisit) {
        var url = revisit.field("WARC-Refers-To-Target-URI").map(WarcHead::bare).flatMap(RecordedWeb::spelling);
        var date = revisit.field("WARC-Refers-To-Date").flatMap(WarcHead::instant);
        return url.flatMap(u -> pages.getOrDefault(u.toString(), List.of()).stream()
                .filter(entry -> entry.kind() == Kind.ANSWER || entry.kind() == Kind.RESOURCE)
                .filter(entry -> date.filter(entry.date()::equals).isPresent())
                .findFirst());
    }

    private static Optional<Kind> kind(WarcHead head, Optional<WarcBlock> block) {
        return switch (head.type()) {
            case "response" -> Optional.of(Kind.ANSWER);
            case "revisit" -> Optional.of(Kind.REVISIT);
            case "resource" -> Optional.of(Kind.RESOURCE);
            case "metadata" -> block.flatMap(b -> FailureNote.read(b.start())).map(note -> Kind.FAILURE);
            default -> Optional.empty();
        };
    }

    private static Optional<String> unusable(WarcHead head) {
        if (head.field("WARC-Truncated").isPresent()) {
            return Optional.of(
                    "its recorder cut it short: " + head.field("WARC-Truncated").get());
        }
        if (head.field("WARC-Segment-Number").isPresent()) {
            return Optional.of("it is one segment of a record, and segments are not put together");
        }
        return head.type().equals("response") && !head.isHttp()
                ? Optional.of("it is no HTTP response")
                : Optional.empty();
    }
}
