package org.evidencewatch.fetch;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Gives the house its settings for fetching: the environment's, where it says something. */
@Configuration(proxyBeanMethods = false)
class FetchSetup {

    @Bean
    FetchSettings fetchSettings(Environment environment) {
        Map<String, String> set = new HashMap<>();
        for (String name : FetchSettings.VARIABLES) {
            set.put(name, environment.getProperty(name, ""));
        }
        return FetchSettings.fromEnvironment(set);
    }
}
