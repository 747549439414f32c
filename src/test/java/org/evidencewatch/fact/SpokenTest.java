package org.evidencewatch.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.Fixture;
import org.evidencewatch.extract.Reading;
import org.junit.jupiter.api.Test;

/** Who speaks for the company on a page. */
class SpokenTest {

    @Test
    void ofATopicOnlyStaffSpeak() {
        assertThat(spoken("discourse/solved-topic/before.html"))
                .extracting(Block::text)
                .containsExactly("We refund a renewal within 14 days when you write to billing.");
    }

    @Test
    void whatMembersSayIsNoFact() {
        assertThat(values(spoken("discourse/reported-problem/page.html"))).containsExactly("P10D");
    }

    @Test
    void theTitleIsSpokenWhereStaffOpenedTheTopic() throws IOException {
        String page = "discourse/solved-topic/before.html";
        Reading byMember = Fixture.read(page);
        Reading byStaff = Fixture.readHtml(Files.readString(Path.of("fixtures/pages", page))
                .replace("mara</span></a></span>", "mara</span></a> (Staff)</span>"));

        assertThat(spoken(byMember)).extracting(Block::text).doesNotContain("Refund after trial");
        assertThat(spoken(byStaff)).extracting(Block::text).contains("Refund after trial");
    }

    @Test
    void ofAnotherPageAllIsSpoken() {
        List<Block> blocks = List.of(new Block("", "Refunds within 14 days.", ""));

        assertThat(Spoken.byCompany(blocks, Optional.empty())).isEqualTo(blocks);
    }

    private static List<String> values(List<Block> blocks) {
        return new FactReader()
                .read(blocks).facts().stream()
                        .filter(fact -> fact.role() == Role.REFUND_PROCESSING_TIME)
                        .map(fact -> fact.value().text())
                        .toList();
    }

    private static List<Block> spoken(String page) {
        return spoken(Fixture.read(page));
    }

    private static List<Block> spoken(Reading reading) {
        return Spoken.byCompany(reading.blocks(), reading.topic());
    }
}
