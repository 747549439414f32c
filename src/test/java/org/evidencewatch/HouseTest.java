package org.evidencewatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Verifies the shape of the house: which room may use which, and who alone may import what. */
class HouseTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.evidencewatch");

    @Test
    void roomsUseOnlyWhatTheirPackageInfoAllows() {
        ApplicationModules.of(EvidenceWatch.class).verify();
    }

    @Test
    void onlyJobImportsSpringBatch() {
        only("job", "org.springframework.batch..").check(CLASSES);
    }

    @Test
    void onlyFetchImportsHttpClient() {
        only("fetch", "org.apache.hc..").check(CLASSES);
    }

    @Test
    void onlyExtractImportsJsoup() {
        only("extract", "org.jsoup..").check(CLASSES);
    }

    @Test
    void onlyExtractImportsPdfBox() {
        only("extract", "org.apache.pdfbox..").check(CLASSES);
        only("extract", "org.apache.fontbox..").check(CLASSES);
    }

    @Test
    void onlySnapshotImportsJwarc() {
        only("snapshot", "org.netpreserve..").check(CLASSES);
    }

    @Test
    void nobodyTakesTheTimeFromTheAir() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a replayed night needs the clock as a parameter")
                .check(CLASSES);
    }

    private static ArchRule only(String room, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.evidencewatch." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }
}
