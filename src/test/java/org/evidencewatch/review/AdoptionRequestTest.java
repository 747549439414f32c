package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AdoptionRequestTest {

    @Test
    void wordsOfThePersonAreBounded() {
        assertThat(AdoptionRequest.objection("anna", " ")).contains("the explanation (--why) is missing");
        assertThat(AdoptionRequest.objection("", "why")).contains("the name (--by) is missing");
        assertThat(AdoptionRequest.objection("a".repeat(100), "w".repeat(4000))).isEmpty();
        assertThat(AdoptionRequest.objection("a".repeat(101), "why"))
                .contains("the name (--by) is longer than 100 characters");
        assertThat(AdoptionRequest.objection("anna", "w".repeat(4001)))
                .contains("the explanation (--why) is longer than 4000 characters");
        assertThat(AdoptionRequest.objection("an\0na", "why")).contains("the name (--by) holds a control character");
        assertThat(AdoptionRequest.objection("anna", "two\nlines")).isEmpty();
        assertThat(new AdoptionRequest(" anna ", " why ", true)).isEqualTo(new AdoptionRequest("anna", "why", true));
        assertThatIllegalArgumentException().isThrownBy(() -> new AdoptionRequest("", "why", false));
    }
}
