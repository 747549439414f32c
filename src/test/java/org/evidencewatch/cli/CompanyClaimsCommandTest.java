package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evidencewatch.TestHouse;
import org.evidencewatch.job.Progress;
import org.evidencewatch.job.Refresh;
import org.evidencewatch.job.RefreshRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class CompanyClaimsCommandTest {

    private static final String COMPANY = "deeplearning-ai";

    private TestHouse house;
    private int seen;

    @BeforeEach
    void theFirstNightOfTheDemonstration() {
        house = TestHouse.open(Instant.parse("2026-06-10T12:00:00Z"));
        house.importSample(Path.of("fixtures/demo/companies.json"));
        house.get(Refresh.class)
                .refresh(
                        RefreshRequest.replayOf(
                                Path.of("fixtures/nights/2026-06-10"), Instant.parse("2026-06-10T02:00:00Z")),
                        Progress.NONE);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void showsClaimsWithWhatTheyRestOnAsOneDocument(CapturedOutput output) {
        assertThat(run("company", "claims", COMPANY, "--json")).isZero();

        JsonNode document = json(output);
        assertThat(document.propertyNames()).containsExactly("company", "name", "claims");
        JsonNode billing = document.path("claims").get(5);
        assertThat(billing.path("dimension").asString()).isEqualTo("billing");
        assertThat(billing.path("values").get(0).path("value").asString()).isEqualTo("P7D");
        assertThat(billing.path("agreement").path("state").asString()).isEqualTo("agreed");
        JsonNode page = billing.path("pages").get(1);
        assertThat(page.path("verdict").asString()).isEqualTo("supported");
        assertThat(page.path("read").asString()).isEqualTo("good");
        assertThat(page.path("kind").asString()).isEqualTo("staff-posts");
        assertThat(page.path("links").get(0).path("state").asString()).isEqualTo("proposed");
        assertThat(page.path("links").get(0).path("quote").path("exact").asString())
                .isEqualTo("The trial runs for 7 days.");
        var insufficient = document.path("claims")
                .get(1)
                .path("pages")
                .valueStream()
                .filter(other -> !other.path("sufficient").asBoolean())
                .toList();
        assertThat(insufficient).isNotEmpty().allSatisfy(other -> {
            assertThat(other.path("tested").asString()).startsWith("The page states nothing about cancelling");
            assertThat(other.path("better").path("why").asString()).startsWith("it is held");
        });
    }

    @Test
    void showsThemForPeople(CapturedOutput output) {
        assertThat(run("company", "claims", COMPANY)).isZero();

        assertThat(fresh(output))
                .contains("DeepLearning.AI", "pause  No pause or freeze is offered", "states      pause_offered no")
                .contains("supported, it states P7D; read good, last well on 2026-06-10")
                .contains("proposed  trial_length P7D  \"The trial runs for 7 days.\"")
                .contains("The page states nothing about cancelling that our rules read")
                .contains("perhaps better: https://community.deeplearning.ai/")
                .contains("wait for a reviewer: evidence company claims deeplearning-ai --accept");
    }

    @Test
    void aDecisionIsRecordedOnceAndItsOppositeRefused(CapturedOutput output) {
        List<String> ids = ids(output);
        assertThat(run(
                        "company",
                        "claims",
                        COMPANY,
                        "--accept",
                        ids.get(0),
                        ids.get(1),
                        "--reject",
                        ids.get(2),
                        "--by",
                        "anna"))
                .isZero();
        assertThat(fresh(output)).contains(COMPANY + ": 2 accepted, 1 rejected, by anna");

        assertThat(run("company", "claims", COMPANY, "--accept", ids.get(0), "--by", "ben"))
                .isZero();
        assertThat(fresh(output)).contains("0 accepted, 0 rejected, 1 as decided before");

        assertThat(run("company", "claims", COMPANY, "--accept", ids.get(2) + "," + ids.get(3), "--by", "ben"))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(fresh(output)).contains("passage " + ids.get(2) + " was rejected by anna; nothing was recorded");
        assertThat(decisions()).containsExactly("accepted anna 2", "rejected anna 1");
    }

    @Test
    void allThatWaitIsAcceptedAtOnce(CapturedOutput output) {
        int waiting = ids(output).size();
        assertThat(run("company", "claims", COMPANY, "--accept-all", "--by", "anna", "--json"))
                .isZero();
        assertThat(json(output).path("accepted").asInt()).isEqualTo(waiting);
        assertThat(run("company", "claims", COMPANY, "--accept-all", "--by", "anna", "--json"))
                .isZero();
        assertThat(json(output).path("accepted").asInt()).isZero();

        // what only seemed near by its words counts now
        run("company", "claims", COMPANY, "--json");
        JsonNode words = json(output).path("claims").get(1).path("pages").get(3);
        assertThat(words.path("url").asString()).endsWith("885708");
        assertThat(words.path("verdict").asString()).isEqualTo("supported");
    }

    @Test
    void whatIsWrongIsSaid(CapturedOutput output) {
        assertThat(run("company", "claims", COMPANY, "--accept-all")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(fresh(output)).contains("say who decides (--by NAME)");
        assertThat(run("company", "claims", COMPANY, "--accept", "999999", "--by", "anna"))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(fresh(output)).contains("deeplearning-ai has no passage 999999; nothing was recorded");
        assertThat(run("company", "claims", COMPANY, "--accept", "1", "--reject", "1", "--by", "anna"))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(fresh(output)).contains("passage 1 cannot be both accepted and rejected");
        assertThat(run("company", "claims", "deeplearning")).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(fresh(output)).contains("Did you mean deeplearning-ai?");
        assertThat(run("company", "claims", "nobody", "--accept-all", "--by", "anna"))
                .isEqualTo(Evidence.WRONG_INPUT);
        assertThat(decisions()).isEmpty();
        assertThat(run("company", "claims", "--help")).isZero();
        assertThat(fresh(output)).contains("evidence company claims tidewater-courses --accept-all --by anna");
    }

    private List<String> decisions() {
        return house.get(JdbcClient.class)
                .sql("""
                        select concat_ws(' ', decision, reviewer, count(*)) from claim_link_decision
                        group by decision, reviewer order by 1""")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<String> ids(CapturedOutput output) {
        run("company", "claims", COMPANY, "--json");
        var ids = new ArrayList<String>();
        json(output)
                .path("claims")
                .forEach(claim -> claim.path("pages")
                        .forEach(page -> page.path("links")
                                .forEach(link -> ids.add(link.path("id").asString()))));
        return ids;
    }

    private int run(String... words) {
        return Evidence.run(
                (web, properties) -> {
                    var opened = new GenericApplicationContext(house.context());
                    opened.refresh();
                    return opened;
                },
                words);
    }

    private JsonNode json(CapturedOutput output) {
        String fresh = fresh(output);
        return JsonMapper.shared().readTree(fresh.substring(fresh.indexOf("{\n")));
    }

    private String fresh(CapturedOutput output) {
        String all = output.getAll();
        String fresh = all.substring(seen);
        seen = all.length();
        return fresh;
    }
}
