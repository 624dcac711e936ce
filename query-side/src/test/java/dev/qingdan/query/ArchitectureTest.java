package dev.qingdan.query;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import dev.qingdan.query.platform.engine.BrokenPlatform;
import dev.qingdan.query.platform.projection.Projection;
import dev.qingdan.query.product.BrokenOtherFeature;
import dev.qingdan.query.shop.BrokenFeature;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "dev.qingdan.query";
    private static final String PLATFORM = ROOT + ".platform..";
    private static final String DECLARATIONS = ROOT + ".platform.projection..";
    private static final String[] FEATURES = {
        ROOT + ".order..",
        ROOT + ".product..",
        ROOT + ".shop..",
        ROOT + ".sales..",
        ROOT + ".funnel..",
        ROOT + ".member..",
        ROOT + ".campaign.."
    };

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .withImportOption(ArchitectureTest::isWritten)
                    .importPackages(ROOT);

    private static final ArchRule PLATFORM_KNOWS_NO_FEATURE =
            noClasses()
                    .that()
                    .resideInAPackage(PLATFORM)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(FEATURES));

    private static final ArchRule FEATURES_KNOW_NO_OTHER =
            slices().matching(ROOT + ".(order|product|shop|sales|funnel|member|campaign)..")
                    .should()
                    .notDependOnEachOther();

    private static final ArchRule FEATURES_DO_NOT_KNOW_THE_ENGINE =
            noClasses()
                    .that()
                    .resideInAnyPackage(FEATURES)
                    .should()
                    .dependOnClassesThat(resideInAPackage(ROOT + ".platform.engine.."));

    private static final ArchRule FOLDS_DO_NO_IO =
            noClasses()
                    .that()
                    .implement(Projection.class)
                    .or()
                    .resideInAPackage(DECLARATIONS)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "java.sql..",
                                    "java.net..",
                                    "java.io..",
                                    "org.springframework.jdbc..",
                                    "org.springframework.kafka..",
                                    "org.springframework.web.."));

    private static final ArchRule PROJECTIONS_SAY_SO_IN_THEIR_NAME =
            classes()
                    .that()
                    .implement(Projection.class)
                    .should()
                    .haveSimpleNameEndingWith("Projection")
                    .andShould()
                    .bePackagePrivate();

    @Test
    void the_platform_knows_no_feature() {
        PLATFORM_KNOWS_NO_FEATURE.check(OURS);
    }

    @Test
    void features_do_not_know_each_other() {
        FEATURES_KNOW_NO_OTHER.check(OURS);
    }

    @Test
    void features_declare_projections_and_never_meet_the_engine() {
        FEATURES_DO_NOT_KNOW_THE_ENGINE.check(OURS);
    }

    @Test
    void folds_do_no_io() {
        FOLDS_DO_NO_IO.check(OURS);
    }

    @Test
    void projections_are_package_private_and_say_what_they_are() {
        PROJECTIONS_SAY_SO_IN_THEIR_NAME.check(OURS);
    }

    @Test
    void each_rule_fails_on_code_that_breaks_it() {
        var broken =
                new ClassFileImporter()
                        .importClasses(
                                BrokenFeature.class,
                                BrokenOtherFeature.class,
                                BrokenPlatform.class);

        for (var rule :
                List.of(
                        PLATFORM_KNOWS_NO_FEATURE,
                        FEATURES_KNOW_NO_OTHER,
                        FEATURES_DO_NOT_KNOW_THE_ENGINE,
                        FOLDS_DO_NO_IO,
                        PROJECTIONS_SAY_SO_IN_THEIR_NAME)) {
            assertThatThrownBy(() -> rule.check(broken))
                    .as(rule.getDescription())
                    .isInstanceOf(AssertionError.class);
        }
    }

    /** Not what Spring generates in the build, from what is written. */
    private static boolean isWritten(Location location) {
        return !location.contains("__") && !location.contains("$$");
    }
}
