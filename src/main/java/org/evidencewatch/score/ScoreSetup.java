package org.evidencewatch.score;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rubric of the house: a faulty file keeps the house from scoring, and says why. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScoreSettings.class)
class ScoreSetup {

    @Bean
    Rubric rubric(ScoreSettings settings) {
        return Rubrics.required(settings.rubric());
    }
}
