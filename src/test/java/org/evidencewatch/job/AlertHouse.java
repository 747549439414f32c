package org.evidencewatch.job;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The rooms behind {@code status} and {@code jobs}, with the staleness job alone, at a fixed time. */
@EnableAutoConfiguration
@ComponentScan({"org.evidencewatch.alert", "org.evidencewatch.fetch"})
@Import({
    JobLedger.class,
    Jobs.class,
    ScheduleSetup.class,
    StalenessJob.class,
    OneStepJobs.class,
    HeldLeases.class,
    DueTimes.class,
    EngineRecords.class,
    Leases.class
})
public final class AlertHouse {

    private AlertHouse() {}

    /** Opens it, with settings as {@code name=value} that outweigh all others. */
    public static ConfigurableApplicationContext open(DataSource database, Instant now, String... settings) {
        return new SpringApplicationBuilder(AlertHouse.class)
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean(Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC));
                    // The database outlives the house: several are opened on one, as by several commands.
                    beans.registerBean(DataSource.class, () -> database, bean -> bean.setDestroyMethodName(""));
                })
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .run(Arrays.stream(settings).map(setting -> "--" + setting).toArray(String[]::new));
    }
}
