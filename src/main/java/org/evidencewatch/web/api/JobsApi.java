package org.evidencewatch.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.evidencewatch.job.Jobs;
import org.evidencewatch.web.json.JobView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The scheduled jobs, and a hand on them. */
@RestController
@RequestMapping("/api/v1/jobs")
@Tag(name = "Jobs")
class JobsApi {

    private final Jobs jobs;

    JobsApi(Jobs jobs) {
        this.jobs = jobs;
    }

    /** All of them: there are about ten. */
    record All(List<JobView> jobs) {}

    @GetMapping
    @Operation(summary = "List the jobs: when each runs, what it did last, and whether it is paused")
    All list() {
        return new All(jobs.list().stream().map(JobView::of).toList());
    }

    @PostMapping("/{name}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for a run: whichever process serves the schedules begins it within seconds, paused or not")
    JobView run(@PathVariable String name) {
        return told(name, jobs.ask(name));
    }

    @PostMapping("/{name}/pause")
    @Operation(summary = "Keep a job's schedule from starting it, until it is resumed")
    JobView pause(@PathVariable String name) {
        return told(name, jobs.pause(name));
    }

    @PostMapping("/{name}/resume")
    @Operation(summary = "Let a job's schedule start it again")
    JobView resume(@PathVariable String name) {
        return told(name, jobs.resume(name));
    }

    private JobView told(String name, boolean known) {
        return jobs.list().stream()
                .filter(status -> known && status.job().name().equals(name))
                .findFirst()
                .map(JobView::of)
                .orElseThrow(() -> Problem.missing("job " + name));
    }
}
