package dev.qingdan.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qingdan.command.Api.Reply;
import dev.qingdan.command.CommandSideTest;
import dev.qingdan.command.InParallel;
import dev.qingdan.command.RealParts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionApiTest extends CommandSideTest {

    @Autowired private JdbcClient jdbc;

    @Test
    void a_first_login_registers_a_member_and_a_second_finds_the_same() {
        var first = logIn("openid-first");
        var second = logIn("openid-first");

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(memberId(second)).isEqualTo(memberId(first));
        assertThat(eventsOf(memberId(first))).containsExactly("shop.member.MemberRegistered");
    }

    @Test
    void twenty_first_logins_at_once_register_one_member() {
        var replies = InParallel.call(20, _ -> logIn("openid-in-a-hurry"));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies)
                .extracting(SessionApiTest::memberId)
                .containsOnly(memberId(replies.getFirst()));
        assertThat(eventsOf(memberId(replies.getFirst()))).hasSize(1);
    }

    @Test
    void the_token_opens_the_members_doors() {
        var token = logIn("openid-token").json().path("token").asString();

        assertThat(anybody().as(token).post("/api/v1/nowhere", "{}").status()).isEqualTo(404);
    }

    @Test
    void a_code_is_good_for_one_login() {
        var code = "{\"code\":\"%s\"}".formatted(RealParts.WECHAT.loginCode("openid-once"));
        anybody().post("/api/v1/sessions", code);

        var again = anybody().post("/api/v1/sessions", code);

        assertThat(again.status()).isEqualTo(401);
        assertThat(again.code()).isEqualTo("session.code-rejected");
    }

    @Test
    void a_login_without_a_code_names_the_field() {
        var reply = anybody().post("/api/v1/sessions", "{}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("code");
    }

    private Reply logIn(String openid) {
        var code = RealParts.WECHAT.loginCode(openid);
        return anybody().post("/api/v1/sessions", "{\"code\":\"%s\"}".formatted(code));
    }

    private static String memberId(Reply reply) {
        return reply.json().path("memberId").asString();
    }

    private List<String> eventsOf(String memberId) {
        return jdbc.sql("select type from event where aggregate_id = :id order by sequence")
                .param("id", memberId)
                .query(String.class)
                .list();
    }
}
