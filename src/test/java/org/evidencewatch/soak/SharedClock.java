package org.evidencewatch.soak;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a machine whose days pass in seconds, and which somebody sets now and then. Processes share it by a file. */
final class SharedClock extends Clock {

    private static final int OCTETS = 4 * Long.BYTES;

    private final MappedByteBuffer file;

    private SharedClock(MappedByteBuffer file) {
        this.file = file;
    }

    /** Makes it: from {@code start} on, each second that passes is so many. */
    static SharedClock start(Path path, Instant start, long rate) throws IOException {
        var clock = at(path);
        clock.file.putLong(0, System.currentTimeMillis());
        clock.file.putLong(Long.BYTES, start.toEpochMilli());
        clock.file.putLong(2 * Long.BYTES, rate);
        return clock;
    }

    static SharedClock at(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            return new SharedClock(file.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, OCTETS));
        }
    }

    /** Sets it forward, or back. */
    void jump(Duration by) {
        file.putLong(3 * Long.BYTES, file.getLong(3 * Long.BYTES) + by.toMillis());
    }

    @Override
    public Instant instant() {
        long passed = (System.currentTimeMillis() - file.getLong(0)) * file.getLong(2 * Long.BYTES);
        return Instant.ofEpochMilli(file.getLong(Long.BYTES) + passed + file.getLong(3 * Long.BYTES));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
