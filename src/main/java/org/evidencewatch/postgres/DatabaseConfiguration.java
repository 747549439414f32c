package org.evidencewatch.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the data source where to connect to, having started or joined the embedded server if it is to be that. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** The data source is made from these, so it is made after them and closed before them. */
    @Bean
    JdbcConnectionDetails databaseConnection(DatabaseSettings settings) {
        return settings.database().url().isBlank()
                ? Embedded.in(settings.homeDirectory())
                : new External(settings.database());
    }

    private record Embedded(EmbeddedPostgres postgres, Keeper keeper) implements JdbcConnectionDetails, AutoCloseable {

        static Embedded in(Path home) {
            EmbeddedPostgres postgres = EmbeddedPostgres.open(home);
            return new Embedded(postgres, Keeper.of(postgres));
        }

        @Override
        public String getJdbcUrl() {
            return postgres.jdbcUrl();
        }

        @Override
        public String getUsername() {
            return postgres.user();
        }

        @Override
        public String getPassword() {
            return postgres.password();
        }

        @Override
        public void close() {
            keeper.close();
            postgres.close();
        }
    }

    private record External(DatabaseSettings.Server server) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return server.url();
        }

        @Override
        public @Nullable String getUsername() {
            return server.user().orElse(null);
        }

        @Override
        public @Nullable String getPassword() {
            return server.password().orElse(null);
        }
    }
}
