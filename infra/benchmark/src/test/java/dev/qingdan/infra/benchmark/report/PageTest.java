package dev.qingdan.infra.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {

    private static final String PAGE =
            """
            # Figures
            <!-- measured: load -->
            old
            <!-- end of load -->
            <!-- measured: start -->
            also old
            <!-- end of start -->
            """;

    @Test
    void replaces_what_was_measured_before_and_leaves_the_rest() {
        var page = Page.replaced(PAGE, "load", "new\n");
        assertThat(page)
                .startsWith("# Figures\n<!-- measured: load -->\nMeasured ")
                .contains("\n\nnew\n<!-- end of load -->\n")
                .contains("<!-- measured: start -->\nalso old\n<!-- end of start -->")
                .doesNotContain("\nold");
    }

    @Test
    void leaves_a_page_alone_that_has_no_place_for_it() {
        assertThat(Page.replaced(PAGE, "growth", "new\n")).isEqualTo(PAGE);
    }
}
