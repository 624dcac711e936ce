package dev.qingdan.command.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.wechat.LoginAnswer.Accepted;
import dev.qingdan.command.wechat.LoginAnswer.Blocked;
import dev.qingdan.command.wechat.LoginAnswer.Rejected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MiniProgramLoginTest {

    private final WeChatClients clients = new WeChatClients();
    private final WeChatLogin login = clients.get(WeChatLogin.class);

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void exchanges_a_code_for_the_openid() {
        assertThat(login.exchange(clients.simulator.loginCode("openid-li")))
                .isEqualTo(new Accepted("openid-li", null));
    }

    @Test
    void takes_a_code_only_once() {
        var code = clients.simulator.loginCode("openid-li");
        login.exchange(code);

        assertThat(login.exchange(code)).isEqualTo(new Rejected(40163));
    }

    @Test
    void rejects_an_invented_code() {
        assertThat(login.exchange("invented")).isEqualTo(new Rejected(40029));
    }

    @Test
    void lets_no_code_smuggle_parameters_to_wechat() {
        var code = clients.simulator.loginCode("openid-li");

        assertThat(login.exchange(code + "&grant_type=client_credential"))
                .isEqualTo(new Rejected(40029));
        assertThat(login.exchange("a b")).isEqualTo(new Rejected(40029));
    }

    @Test
    void tells_who_is_blocked() throws Exception {
        clients.fault("{\"path\":\"/sns/jscode2session\",\"errcode\":40226}");

        assertThat(login.exchange("any")).isEqualTo(new Blocked());
    }

    @Test
    void asks_again_when_wechat_was_busy() throws Exception {
        clients.fault("{\"path\":\"/sns/jscode2session\",\"errcode\":-1}");

        assertThat(login.exchange(clients.simulator.loginCode("openid-li")))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void does_not_hold_the_caller_while_wechat_stays_busy() throws Exception {
        clients.fault("{\"path\":\"/sns/jscode2session\",\"errcode\":-1,\"times\":9}");
        long start = System.nanoTime();

        assertThat(login.exchange("any")).isInstanceOf(Unavailable.class);
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @Test
    void is_unavailable_when_the_line_breaks() throws Exception {
        clients.fault("{\"path\":\"/sns/jscode2session\",\"drop\":true,\"times\":9}");

        assertThat(login.exchange("any")).isInstanceOf(Unavailable.class);
    }

    @Test
    void is_unavailable_when_nobody_is_there() {
        clients.stopWeChat();

        assertThat(login.exchange("any")).isInstanceOf(Unavailable.class);
    }

    @Test
    void never_shows_the_openid_in_a_log() {
        assertThat(new Accepted("openid-li", null)).hasToString("Accepted");
    }
}
