package org.evidencewatch.fetch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.context.WebApplicationContext;

/** Gives the house its settings for fetching: the environment's, where it says something. */
@Configuration(proxyBeanMethods = false)
class FetchSetup {

    @Bean
    FetchSettings fetchSettings(Environment environment, ApplicationContext context) {
        Map<String, String> set = new HashMap<>();
        for (String name : FetchSettings.VARIABLES) {
            set.put(name, environment.getProperty(name, ""));
        }
        return FetchSettings.fromEnvironment(set)
                .listeningAt(context instanceof WebApplicationContext ? ownPorts(environment) : Set.of());
    }

    /** Where the reviewers' pages are. */
    private static Set<Integer> ownPorts(Environment environment) {
        Integer port = environment.getProperty("server.port", Integer.class);
        return port == null || port == 0 ? Set.of() : Set.of(port);
    }
}
