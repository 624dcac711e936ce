package dev.qingdan.console.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallTest {

    @Test
    void adds_only_parameters_that_have_a_value() {
        var call = Call.query("/orders").with("shopId", null).with("q", " ").with("limit", 25);
        assertThat(call.template()).isEqualTo("/orders?limit={limit}");
        assertThat(call.variables()).containsExactly("25");
    }

    @Test
    void keeps_values_out_of_the_template() {
        var call = Call.command("/products/{sku}", "a b").with("q", "茶&x=1");
        assertThat(call.template()).isEqualTo("/products/{sku}?q={q}");
        assertThat(call.variables()).containsExactly("a b", "茶&x=1");
    }
}
