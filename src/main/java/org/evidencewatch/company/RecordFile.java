package org.evidencewatch.company;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.util.unit.DataSize;

/** A file handed to the import: its bytes, or why they cannot be had. Never more is read than a record may be long. */
public sealed interface RecordFile {

    /** The limit of a published card, as text or HTML. */
    DataSize CARD_LIMIT = DataSize.ofMegabytes(5);

    /** The limit of a JSON or CSV file. */
    DataSize TABLE_LIMIT = DataSize.ofMegabytes(20);

    /** The limit of a data set that was exported: an index of ten thousand companies has room. */
    DataSize DATA_SET_LIMIT = DataSize.ofMegabytes(256);

    record Content(String name, byte[] bytes) implements RecordFile {}

    record Unreadable(InputProblem problem) implements RecordFile {}

    /** Reads a file; what its name ends in decides how long it may be. */
    static RecordFile read(Path path) {
        String name = path.toString();
        if (Files.isDirectory(path)) {
            return unreadable(name, "a directory, not a file");
        }
        try (var in = Files.newInputStream(path)) {
            return read(name, in);
        } catch (NoSuchFileException e) {
            return unreadable(name, "no such file");
        } catch (AccessDeniedException e) {
            return unreadable(name, "no permission to read the file");
        } catch (IOException e) {
            return unreadable(name, "the file cannot be read: " + e.getMessage());
        }
    }

    private static RecordFile read(String name, InputStream in) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean table = lower.endsWith(".json") || lower.endsWith(".csv");
        var limit = table ? TABLE_LIMIT : CARD_LIMIT;
        byte[] bytes = in.readNBytes((int) limit.toBytes() + 1);
        boolean dataSet = bytes.length > limit.toBytes() && isDataSet(name, bytes);
        if (dataSet) {
            limit = DATA_SET_LIMIT;
            bytes = withRest(bytes, in.readNBytes((int) limit.toBytes() + 1 - bytes.length));
        }
        String what = dataSet ? "data set" : table ? "JSON or CSV file" : "card";
        return bytes.length <= limit.toBytes()
                ? new Content(name, bytes)
                : unreadable(
                        name,
                        "longer than the %d MB that a %s may have; nothing was read"
                                .formatted(limit.toMegabytes(), what));
    }

    private static boolean isDataSet(String name, byte[] bytes) {
        String start = new String(bytes, 0, RecordFormat.TELLING, StandardCharsets.UTF_8);
        return RecordFormat.of(name, start) == RecordFormat.DATA_SET;
    }

    private static byte[] withRest(byte[] start, byte[] rest) {
        byte[] whole = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, whole, start.length, rest.length);
        return whole;
    }

    private static RecordFile unreadable(String name, String reason) {
        return new Unreadable(new InputProblem(name, 1, reason));
    }
}
