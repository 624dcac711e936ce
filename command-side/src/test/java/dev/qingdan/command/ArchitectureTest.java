package dev.qingdan.command;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import dev.qingdan.command.platform.architecture.ReachesIntoAFeature;
import dev.qingdan.command.stock.architecture.UndecidedStock;
import org.junit.jupiter.api.Test;

/** How the packages may lean on each other; each rule is shown once to fail. */
class ArchitectureTest {

    private static final String ROOT = CommandSide.class.getPackageName();
    private static final String PLATFORM = ROOT + ".platform..";
    private static final String STORE = ROOT + ".platform.store..";
    private static final String WECHAT = ROOT + ".wechat..";

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(ArchitectureTest::isWritten)
                    .importPackages(ROOT);

    private static final ArchRule PLATFORM_KNOWS_NO_FEATURE =
            noClasses()
                    .that()
                    .resideInAPackage(PLATFORM)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(ROOT + "..").and(resideOutsideOfPackage(PLATFORM)));

    private static final ArchRule ONE_DIRECTION =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    private static final ArchRule DECISIONS_ARE_PURE =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Stock")
                    .or()
                    .haveSimpleName("Product")
                    .or()
                    .haveSimpleName("Shop")
                    .or()
                    .haveSimpleName("Order")
                    .or()
                    .haveSimpleName("Payment")
                    .or()
                    .haveSimpleName("OrderRefunds")
                    .or()
                    .haveSimpleName("Member")
                    .or()
                    .haveSimpleName("Campaign")
                    .or()
                    .haveSimpleName("Coupon")
                    .or()
                    .haveSimpleName("Benefit")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "org.axonframework..",
                            "java.sql..",
                            "java.time.Clock");

    private static final ArchRule ONLY_WECHAT_SPEAKS_WECHAT =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(WECHAT)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.wechat..", "cn.binarywang..", "me.chanjar..");

    @Test
    void the_packages_are_really_there() {
        assertThat(PRODUCT.containPackage(ROOT + ".platform.store")).isTrue();
        classes().that().resideInAPackage(STORE).should().resideInAPackage(PLATFORM).check(PRODUCT);
        classes()
                .that()
                .resideInAPackage(WECHAT)
                .should()
                .resideInAPackage(ROOT + "..")
                .check(PRODUCT);
    }

    @Test
    void the_platform_knows_no_feature() {
        PLATFORM_KNOWS_NO_FEATURE.check(PRODUCT);
        assertFails(PLATFORM_KNOWS_NO_FEATURE, ReachesIntoAFeature.class);
    }

    @Test
    void features_lean_on_each_other_in_one_direction() {
        ONE_DIRECTION.check(PRODUCT);
        assertThatThrownBy(() ->
                        ONE_DIRECTION.check(
                                new ClassFileImporter()
                                        .withImportOption(ArchitectureTest::isWritten)
                                        .importPackages(
                                                ROOT + ".stock",
                                                ROOT + ".platform",
                                                ROOT + ".catalogue")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void decisions_are_pure() {
        DECISIONS_ARE_PURE.check(PRODUCT);
        assertFails(DECISIONS_ARE_PURE, UndecidedStock.class);
    }

    @Test
    void only_one_package_speaks_wechat() {
        ONLY_WECHAT_SPEAKS_WECHAT.check(PRODUCT);
        assertFails(ONLY_WECHAT_SPEAKS_WECHAT, SpeaksWeChat.class);
    }

    private static void assertFails(ArchRule rule, Class<?> offender) {
        var classes = new ClassFileImporter().importClasses(offender);
        assertThatThrownBy(() -> rule.check(classes)).isInstanceOf(AssertionError.class);
    }

    /** Breaks its rule on purpose. */
    private record SpeaksWeChat(cn.binarywang.wx.miniapp.api.WxMaService service) {}

    /** Not what Spring generates in the build, from what is written. */
    private static boolean isWritten(Location location) {
        return !location.contains("__") && !location.contains("$$");
    }
}
