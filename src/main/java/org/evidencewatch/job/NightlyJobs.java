package org.evidencewatch.job;

import java.util.Map;
import java.util.Optional;
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

    @Bean
    NamedJob reextraction(Reextract reextract) {
        return new Rereading(reextract);
    }

    /** Reads history again, by its schedule. */
    private record Rereading(Reextract reextract) implements NamedJob {

        private static final String ADOPT = "adopt";

        @Override
        public String name() {
            return Reextract.NAME;
        }

        @Override
        public Optional<String> objection(String parameter, String value) {
            return parameter.equals(ADOPT)
                    ? Optional.of("adopt is true or false").filter(why -> !value.matches("true|false"))
                    : NamedJob.super.objection(parameter, value);
        }

        @Override
        public String lease() {
            return HeldLeases.READING;
        }

        @Override
        public JobOutcome run(Map<String, String> parameters) {
            boolean adopt = Boolean.parseBoolean(parameters.getOrDefault(ADOPT, "false"));
            var request = new ReextractRequest(Optional.empty(), Optional.empty(), adopt);
            return switch (reextract.run(request, Progress.NONE)) {
                case Reextract.Outcome.Completed done ->
                    new JobOutcome(true, done.report().summary());
                case Reextract.Outcome.Failed failed -> new JobOutcome(false, failed.why());
                case Reextract.Outcome.Busy busy -> JobOutcome.busy("another run is reading");
            };
        }
    }

    private record Reading(String name, Refresh refresh, Supplier<Outcome> reading) implements NamedJob {

        @Override
        public String lease() {
            return HeldLeases.READING;
        }

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
