package org.evidencewatch.job;

import java.util.Map;
import java.util.function.Supplier;
import org.evidencewatch.job.Refresh.Outcome;
import org.evidencewatch.job.Refresh.Outcome.Busy;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.job.Refresh.Outcome.Failed;
import org.evidencewatch.job.Refresh.Outcome.Stopped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reading jobs, as schedules and people start them by name. */
@Configuration(proxyBeanMethods = false)
class NightlyJobs {

    @Bean
    NamedJob nightlyRefresh(Refresh refresh) {
        return new Reading("refresh", refresh, () -> refresh.refresh(RefreshRequest.NIGHTLY, Progress.NONE));
    }

    @Bean
    NamedJob confirmations(Refresh refresh) {
        return new Reading("confirm", refresh, () -> refresh.confirm(Progress.NONE));
    }

    private record Reading(String name, Refresh refresh, Supplier<Outcome> reading) implements NamedJob {

        @Override
        public JobOutcome run(Map<String, String> parameters) {
            return switch (reading.get()) {
                case Completed c -> new JobOutcome(true, summary(c.report()));
                case Stopped s -> new JobOutcome(JobOutcome.Ending.STOPPED, Stopped.WHY);
                case Failed f -> new JobOutcome(false, f.why());
                case Busy b -> JobOutcome.busy("another run is reading");
            };
        }

        @Override
        public void stop() {
            refresh.stop(name);
        }

        private static String summary(RefreshReport r) {
            return "%d pages, %d changed, %d gone, %d moved, %d could not be read, %d companies queued"
                    .formatted(
                            r.sources(),
                            r.changed(),
                            r.gone(),
                            r.moved(),
                            r.cannotRead().size(),
                            r.queued().size());
        }
    }
}
