package org.evidencewatch;

import java.time.Clock;
import java.util.Arrays;
import org.evidencewatch.cli.Evidence;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The program: hands its words to the commands, and opens the house for those that need the database. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class EvidenceWatch {

    private static final String NO_PREPARATIONS = "spring.backgroundpreinitializer.ignore";

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        System.exit(Evidence.run(EvidenceWatch::open, args));
    }

    /** The time of the house; a replayed night brings its own. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    private static ConfigurableApplicationContext open(boolean web, String... settings) {
        if (!web) {
            // What Spring Boot makes ready on a thread of its own is for the pages alone, and takes half a second.
            System.setProperty(NO_PREPARATIONS, "true");
        }
        return new SpringApplicationBuilder(EvidenceWatch.class)
                .web(web ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .lazyInitialization(!web)
                .logStartupInfo(false)
                .run(Arrays.stream(settings).map(s -> "--" + s).toArray(String[]::new));
    }
}
