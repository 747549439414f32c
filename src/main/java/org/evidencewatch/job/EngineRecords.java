package org.evidencewatch.job;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the batch engine wrote down of runs: needed while they may be gone on with, and a while longer for whoever asks why. */
@Repository
class EngineRecords {

    private static final int AT_ONCE = 2_000;

    private final JdbcClient db;
    private final JobRepository repository;

    EngineRecords(JdbcClient db, JobRepository repository) {
        this.db = db;
        this.repository = repository;
    }

    /**
     * Removes the instances of a job that have no execution: a process that died between the engine's two inserts leaves one. To be
     * called by who alone may start the job.
     */
    void removeUnstarted(String job) {
        db.sql("""
                        select i.job_instance_id from batch_job_instance i
                        where i.job_name = :job
                          and not exists (select 1 from batch_job_execution e where e.job_instance_id = i.job_instance_id)
                        """).param("job", job).query((row, n) -> row.getLong("job_instance_id")).list().stream()
                .map(repository::getJobInstance)
                .filter(Objects::nonNull)
                .forEach(repository::deleteJobInstance);
    }

    /**
     * Removes what is written of the oldest runs that ended before a time, up to {@value #AT_ONCE}; the newest run of each job stays,
     * and whatever has not ended.
     *
     * @return how many went
     */
    int removeBefore(Instant time) {
        List<Long> old = db.sql("""
                        select i.job_instance_id from batch_job_instance i
                        join batch_job_execution e on e.job_instance_id = i.job_instance_id
                        where i.job_instance_id not in (
                            select max(job_instance_id) from batch_job_instance group by job_name)
                        group by i.job_instance_id
                        having max(e.end_time) < :time and count(*) = count(e.end_time)
                           and bool_and(e.status in ('COMPLETED', 'FAILED', 'ABANDONED'))
                        order by 1 limit :most
                        """)
                .param("time", Timestamp.from(time))
                .param("most", AT_ONCE)
                .query((row, n) -> row.getLong("job_instance_id"))
                .list();
        old.stream().map(repository::getJobInstance).filter(Objects::nonNull).forEach(repository::deleteJobInstance);
        return old.size();
    }
}
