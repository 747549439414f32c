package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.evidencewatch.TestHouse;
import org.evidencewatch.snapshot.ContentDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of a reading. */
class ExtractionsTest {

    private static final Instant NOW = Instant.parse("2026-06-10T01:30:00Z");

    private TestHouse house;
    private JdbcClient db;

    @BeforeEach
    void open() {
        house = TestHouse.open(NOW);
        db = JdbcClient.create(house.get(DataSource.class));
        db.sql("alter table extraction drop constraint extraction_capture_id_fkey")
                .update();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aReadingComesBackAsItWasMade() {
        Reading topic = Fixture.read("discourse/solved-topic/next-page.html", "https://lumen.example/t/x/77/2");
        var extractions = house.get(Extractions.class);
        extractions.save(List.of(new Extractions.Of(1, topic, ContentDigest.of(topic.comparisonText()), NOW)));

        Optional<Reading> kept = extractions.find(1, topic.extractorVersion());

        assertThat(kept.map(Reading::blocks)).contains(topic.blocks());
        assertThat(kept.flatMap(Reading::topic)).isEqualTo(topic.topic());
        assertThat(kept.map(Reading::notices)).contains(topic.notices());
        assertThat(kept.map(Reading::comparisonText)).contains(topic.comparisonText());
    }

    @Test
    void whatAnEarlierVersionKeptCanStillBeRead() {
        keep(2, "[{\"heading\":\"Refunds\",\"text\":\"14 days\",\"comparisonText\":\"14 days\"}]");

        assertThat(house.get(Extractions.class).find(2, "1").map(Reading::blocks))
                .contains(List.of(new Block("Refunds", "14 days", "14 days")));
    }

    @Test
    void aTopicThatWasKeptWithoutDaysCanStillBeRead() {
        String post = "{\"number\":1,\"author\":\"mara\",\"role\":\"MEMBER\",\"accepted\":false,\"hidden\":false}";
        keep(3, "{\"blocks\":[],\"notices\":[],\"topic\":{\"posts\":[" + post + "],\"flags\":[]}}");

        assertThat(house.get(Extractions.class)
                        .find(3, "1")
                        .flatMap(Reading::topic)
                        .orElseThrow()
                        .posts())
                .containsExactly(new Post(1, "mara", Post.Role.MEMBER, false, false));
    }

    private void keep(long capture, String document) {
        db.sql("""
                insert into extraction (capture_id, extractor_version, platform, way, state, state_reasons, title, coverage,
                    comparison_digest, document, at)
                values (:capture, '1', 'generic', 'structure', 'OK', '[]', 'Refunds', 1, 'x', :document, :at)""")
                .param("capture", capture)
                .param("document", Zstd.compress(document.getBytes(StandardCharsets.UTF_8)))
                .param("at", Timestamp.from(NOW))
                .update();
    }
}
