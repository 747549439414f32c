package org.evidencewatch.job;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the job files: in {@code jobs/} under {@code evidence.root}, or without it under the working directory. */
@Configuration(proxyBeanMethods = false)
class ScheduleSetup {

    @Bean
    JobFiles jobFiles(@Value("${evidence.root:}") String root) {
        return JobFiles.load(Path.of(root).resolve("jobs"));
    }
}
