package org.evidencewatch.postgres;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data are: in EVIDENCE_HOME, or on the server that EVIDENCE_DATABASE_URL names.
 *
 * @param home relative to the working directory
 */
@ConfigurationProperties("evidence")
record DatabaseSettings(
        @DefaultValue(".evidence") String home,
        @DefaultValue Server database) {

    /**
     * A PostgreSQL server of the operator's.
     *
     * @param url a JDBC address; blank for the embedded server
     * @param user empty when the address names one
     */
    record Server(@DefaultValue("") String url, Optional<String> user, Optional<String> password) {

        Server {
            if (!url.isBlank() && !url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException(
                        "EVIDENCE_DATABASE_URL is not like jdbc:postgresql://host:5432/database: " + url);
            }
        }
    }

    Path homeDirectory() {
        return Path.of(home);
    }
}
