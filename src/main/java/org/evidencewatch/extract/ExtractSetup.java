package org.evidencewatch.extract;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The extractor of the house, with the profiles of this installation. */
@Configuration(proxyBeanMethods = false)
class ExtractSetup {

    @Bean
    Extractor extractor() {
        return new Extractor();
    }

    @Bean
    ProbePaths probePaths(Extractor extractor) {
        return extractor.probePaths();
    }

    @Bean
    Endpoints endpoints(Extractor extractor) {
        return extractor.endpoints();
    }
}
