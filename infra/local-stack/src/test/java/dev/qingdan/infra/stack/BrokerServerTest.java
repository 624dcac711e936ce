package dev.qingdan.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BrokerServerTest {

    @Test
    void a_cluster_id_that_looks_like_an_option_is_drawn_again() {
        var likeAnOption = UUID.fromString("f81d4fae-7dec-41d0-a765-00a0c91e6bf6");
        var plain = UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7");
        var ids = List.of(likeAnOption, plain).iterator();

        assertThat(BrokerServer.newClusterId(ids::next)).isEqualTo("fJ5meXQlQN6US-B_wfkK5w");
    }
}
