package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.TestHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Housekeeping takes away what nobody needs, and leaves what somebody may go on with. */
class HousekeepingJobTest {

    private final TestHouse house = TestHouse.open(Instant.parse("2026-06-16T00:00:00Z"));

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void engineRecordsGoAfterTheirTimeAndTheNewestOfEachJobStays() {
        for (int run = 0; run < 3; run++) {
            assertThat(job("verify", Map.of()).success()).isTrue();
        }
        // the engine goes by the machine's clock
        house.get(JdbcClient.class)
                .sql("update batch_job_execution set end_time = end_time - interval '10 years'")
                .update();
        house.get(JdbcClient.class)
                .sql("update batch_job_execution set status = 'STOPPED' where job_execution_id ="
                        + " (select min(job_execution_id) from batch_job_execution)")
                .update();

        var outcome = job("housekeeping", Map.of());

        assertThat(outcome.success()).as(outcome.summary()).isTrue();
        assertThat(outcome.summary())
                .startsWith("removed: 1 runs of the engine")
                .contains("MiB");
        assertThat(count("batch_job_instance where job_name = 'verify'")).isEqualTo(2);
        assertThat(count("batch_step_execution s where not exists (select 1 from batch_job_execution e"
                        + " where e.job_execution_id = s.job_execution_id)"))
                .isZero();
        assertThat(job("verify", Map.of()).success()).isTrue();
    }

    @Test
    void whatAProcessLeftThatDiedBetweenTheEnginesTwoInsertsIsRepairedByTheNextRun() {
        job("verify", Map.of());
        house.get(JdbcClient.class)
                .sql(
                        "insert into batch_job_instance (job_instance_id, version, job_name, job_key) values (999, 0, 'verify', 'x')")
                .update();

        assertThat(job("verify", Map.of()).success()).isTrue();

        assertThat(count("batch_job_instance where job_instance_id = 999")).isZero();
    }

    @Test
    void dueTimesGoAfterTheirTimeAndTheNewestStays() {
        var times = house.get(DueTimes.class);
        Instant now = Instant.parse("2026-06-16T00:00:00Z");
        times.put("refresh", now.minus(Duration.ofDays(900)), DueTime.State.COMPLETED, 0);
        times.put("refresh", now.minus(Duration.ofDays(800)), DueTime.State.COMPLETED, 0);
        times.put("confirm", now.minus(Duration.ofDays(800)), DueTime.State.COMPLETED, 0);

        job("housekeeping", Map.of("notes", "P700D"));

        assertThat(times.page("refresh", 9)).hasSize(1);
        assertThat(times.page("confirm", 9)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "engine-records, P90D, ''",
        "engine-records, P1D, engine-records is at least PT168H",
        "notes, 90 days, 'notes is a duration, as P90D'",
        "noets, P90D, it takes no parameter 'noets'",
    })
    void whatAParameterMayBe(String parameter, String value, String objection) {
        assertThat(house.get(HousekeepingJob.class).objection(parameter, value))
                .isEqualTo(Optional.of(objection).filter(text -> !text.isEmpty()));
    }

    private JobOutcome job(String name, Map<String, String> parameters) {
        return (name.equals("verify") ? house.get(VerifyJob.class) : house.get(HousekeepingJob.class)).run(parameters);
    }

    private int count(String from) {
        return house.get(JdbcClient.class)
                .sql("select count(*) from " + from)
                .query(Integer.class)
                .single();
    }
}
