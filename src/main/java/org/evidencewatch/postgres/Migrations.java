package org.evidencewatch.postgres;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the schema up to date at each start; refuses one that a newer release made, which Flyway would only remark upon. */
@Component
final class Migrations implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        MigrationInfo[] all = flyway.info().all();
        newest(Arrays.stream(all).filter(Migrations::future)).ifPresent(theirs -> {
            throw new NewerDatabase(
                    theirs.toString(),
                    newest(Arrays.stream(all).filter(each -> !future(each)))
                            .map(MigrationVersion::toString)
                            .orElse("none"));
        });
        flyway.migrate();
    }

    private static boolean future(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }

    private static Optional<MigrationVersion> newest(Stream<MigrationInfo> migrations) {
        return migrations
                .flatMap(migration -> Stream.ofNullable(migration.getVersion()))
                .max(MigrationVersion::compareTo);
    }
}
