package dev.qingdan.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import dev.qingdan.console.platform.Sides;
import dev.qingdan.trespass.console.orders.OrdersPage;
import dev.qingdan.trespass.console.platform.KnowsTooMuch;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.client.RestClient;

class ArchitectureTest {

    private static final String ROOT = ConsoleApplication.class.getPackageName();
    private static final String PLATFORM = "..console..platform..";

    private static final JavaClasses CONSOLE =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .withImportOption(ArchitectureTest::isWritten)
                    .importPackages(ROOT);
    private static final JavaClasses TRESPASSERS =
            new ClassFileImporter().importClasses(KnowsTooMuch.class, OrdersPage.class);

    private static final ArchRule PLATFORM_KNOWS_NO_FEATURE =
            noClasses()
                    .that()
                    .resideInAPackage(PLATFORM)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..console..orders..",
                            "..console..products..",
                            "..console..sales..",
                            "..console..shops..",
                            "..console..projections..",
                            "..console..accounts..",
                            "..console..audit..",
                            "..console..dashboard..");

    private static final ArchRule FEATURES_DO_NOT_GO_ROUND_IN_CIRCLES =
            slices().matching("..console.(*)..").should().beFreeOfCycles();

    private static final ArchRule PAGES_ARE_THE_PACKAGES_OWN =
            classes().that().areAnnotatedWith(Controller.class).should().notBePublic();

    private static final ArchRule ONLY_THE_PLATFORM_SPEAKS_HTTP =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(PLATFORM)
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(RestClient.class);

    @Test
    void the_console_keeps_the_rules() {
        PLATFORM_KNOWS_NO_FEATURE.check(CONSOLE);
        FEATURES_DO_NOT_GO_ROUND_IN_CIRCLES.check(CONSOLE);
        PAGES_ARE_THE_PACKAGES_OWN.check(CONSOLE);
        ONLY_THE_PLATFORM_SPEAKS_HTTP.check(CONSOLE);
    }

    @Test
    void the_rules_look_at_what_they_mean() {
        assertThat(CONSOLE.contain(Sides.class)).isTrue();
        assertThat(CONSOLE.stream().map(JavaClass::getPackageName))
                .contains(ROOT + ".platform", ROOT + ".orders", ROOT + ".projections");
    }

    @Test
    void each_rule_finds_a_trespasser() {
        assertThat(PLATFORM_KNOWS_NO_FEATURE.evaluate(TRESPASSERS).hasViolation()).isTrue();
        assertThat(PAGES_ARE_THE_PACKAGES_OWN.evaluate(TRESPASSERS).hasViolation()).isTrue();
        assertThat(ONLY_THE_PLATFORM_SPEAKS_HTTP.evaluate(TRESPASSERS).hasViolation()).isTrue();
        assertThat(FEATURES_DO_NOT_GO_ROUND_IN_CIRCLES.evaluate(TRESPASSERS).hasViolation())
                .isTrue();
    }

    /** Not what Spring generates in the build, from what is written. */
    private static boolean isWritten(Location location) {
        return !location.contains("__") && !location.contains("$$");
    }
}
