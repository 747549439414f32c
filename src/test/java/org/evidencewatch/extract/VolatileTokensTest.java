package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolatileTokensTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Updated 3 days ago | <ago>",
                "Updated: 5 days ago | <ago>",
                "Updated over a week ago | <ago>",
                "Last updated yesterday | <ago>",
                "about 2 hours ago | <ago>",
                "Zuletzt aktualisiert: vor 3 Tagen | <ago>",
                "Mis à jour il y a 2 jours | <ago>",
                "Last updated on July 26, 2025 | <stamp>",
                "Last modified: 2025-07-26 10:15 | <stamp>",
                "Written by Ada. Updated over a week ago | Written by Ada. <ago>",
                "1.2k Views | <count>",
                "12 replies, 3 likes | <count>",
                "Views: 1,204 | <count>",
                "1,031 people read this page | <count>",
                "Over 2.7M people have already joined | <count>",
                "Viewed by 312 people | <count>",
                "Downloaded 4,120 times | <count>",
                "© 2019-2026 Cedar Ltd | © <year> Cedar Ltd",
                "Copyright 2026 Cedar | © <year> Cedar",
                "Ray ID: 8c1f22ab93de0011 | Ray ID <token>",
                "key 0f8fad5b-d9cb-469f-a165-70867728950e | key <token>",
                "nonce 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b | nonce <token>"
            })
    void replacesWhatAClockOrCounterChanges(String line, String replaced) {
        assertThat(VolatileTokens.replace(line)).isEqualTo(replaced);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cancel within 14 days of the purchase.",
                "The 7-day trial costs nothing.",
                "If you bought more than 14 days ago, no refund is possible.",
                "Accounts not used for 12 months are deleted; we notify you 30 days before.",
                "Terms updated 30 days before renewal apply.",
                "These terms, as modified on 5 May 2024, apply to orders.",
                "Plans cost $9.99 a month for up to 5 users.",
                "Effective date: 1 January 2026",
                "A team of 20 members pays 20 seats.",
                "3 people can use one plan at the same time",
                "Refunds were asked for by 3 people in one family"
            })
    void leavesNumbersInSentencesOfPolicy(String line) {
        assertThat(VolatileTokens.replace(line)).isEqualTo(line);
    }
}
