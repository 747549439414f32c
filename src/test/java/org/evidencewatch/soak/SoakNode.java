package org.evidencewatch.soak;

import java.nio.file.Path;
import java.time.Clock;
import org.evidencewatch.EvidenceWatch;
import org.evidencewatch.job.Schedules;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** The program with its schedules and a clock that is not the machine's; ends by SIGTERM as {@code serve} does. */
final class SoakNode {

    private SoakNode() {}

    /** Runs until it is stopped; the word is the file of the clock. */
    public static void main(String[] words) throws Exception {
        try {
            serve(words);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void serve(String... words) throws Exception {
        var clock = SharedClock.at(Path.of(words[0]));
        var house = new SpringApplicationBuilder(EvidenceWatch.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("soakClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .run();
        var errors = house.getBean(Schedules.class).start();
        System.err.println(errors.isEmpty() ? "READY" : errors.toString());
        Thread.currentThread().join();
    }
}
