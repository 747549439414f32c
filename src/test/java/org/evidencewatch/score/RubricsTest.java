package org.evidencewatch.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Which rubric is in force: the setting, its default, and its file. */
class RubricsTest {

    private final String root = System.getProperty("evidence.root", ".");

    @TempDir
    Path installation;

    @BeforeEach
    void install() throws Exception {
        System.setProperty("evidence.root", installation.toString());
        Files.createDirectories(installation.resolve("config/rubrics"));
    }

    @AfterEach
    void restore() {
        System.setProperty("evidence.root", root);
        System.clearProperty("evidence.rubric");
    }

    @Test
    void statesEveryDefault() {
        assertThat(bound(Map.of()).rubric()).isEqualTo("ces-1.1");
        assertThat(bound(Map.of("EVIDENCE_RUBRIC", " ")).rubric()).isEqualTo("ces-1.1");
    }

    @Test
    void theEnvironmentNamesTheRubric() {
        assertThat(bound(Map.of("EVIDENCE_RUBRIC", " ces-2.0 ")).rubric()).isEqualTo("ces-2.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CES-1.1", "../ces-1.1", "ces 1", ".ces", "a/b"})
    void whatIsNoNameOfAFileIsRefused(String name) {
        assertThatException()
                .isThrownBy(() -> bound(Map.of("EVIDENCE_RUBRIC", name)))
                .havingRootCause()
                .withMessageStartingWith("EVIDENCE_RUBRIC:")
                .withMessageContaining("'" + name + "'");
    }

    @Test
    void aNameIsSixtyCharactersLongAtMost() {
        assertThat(new ScoreSettings("a".repeat(60)).rubric()).hasSize(60);
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreSettings("a".repeat(61)));
    }

    @Test
    void theRubricInForceIsTheFileOfThatName() throws Exception {
        write("oak-1.0.yaml", Oak.TEXT);
        System.setProperty("evidence.rubric", "oak-1.0");

        assertThat(Rubrics.inForce()).isEqualTo(new RubricReading.Usable(Rubrics.required("oak-1.0")));
        assertThat(Rubrics.required("oak-1.0").id()).isEqualTo("OAK-1.0");
    }

    @Test
    void aFileOfAnotherNameThanItsIdIsNotPutInForce() throws Exception {
        write("oak-2.0.yaml", Oak.TEXT);

        assertThat(Rubrics.installed("oak-2.0"))
                .isInstanceOfSatisfying(
                        RubricReading.Faulty.class,
                        faulty -> assertThat(faulty.errors())
                                .extracting(RubricError::reason)
                                .containsExactly("its id is OAK-1.0, which is not the file's name"));
        assertThat(Rubrics.load(installation.resolve("config/rubrics/oak-2.0.yaml")))
                .isInstanceOf(RubricReading.Usable.class);
    }

    @Test
    void aRubricThatCannotBeUsedNamesTheSettingAndEveryError() throws Exception {
        write("oak-1.0.yaml", Oak.TEXT.replace("weight: 40", "weight: 30").replace("to: 49", "to: 48"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rubrics.required("oak-1.0"))
                .withMessageStartingWith("EVIDENCE_RUBRIC: the rubric 'oak-1.0' cannot be used: ")
                .withMessageContaining("oak-1.0.yaml:4: the weights sum to 90, not to 100; ")
                .withMessageEndingWith("oak-1.0.yaml:28: no grade for 49");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rubrics.required("elm-1.0"))
                .withMessageEndingWith("elm-1.0.yaml:1: no such file");
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(installation.resolve("config/rubrics").resolve(name), text);
    }

    private static ScoreSettings bound(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        return Binder.get(environment).bindOrCreate(ScoreSettings.PREFIX, ScoreSettings.class);
    }
}
