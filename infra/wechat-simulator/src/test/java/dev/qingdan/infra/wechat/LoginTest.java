package dev.qingdan.infra.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class LoginTest {

    private static WeChatSimulator simulator;
    private static WxMaService miniProgram;

    @BeforeAll
    static void start() {
        simulator = WeChatSimulator.start(0);
        miniProgram = miniProgram(simulator.credentials().secret());
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void a_code_tells_who_logs_in() throws WxErrorException {
        var session = miniProgram.jsCode2SessionInfo(simulator.loginCode("o-alice"));
        assertThat(session.getOpenid()).isEqualTo("o-alice");
        assertThat(session.getSessionKey()).isNotBlank();
    }

    @Test
    void a_code_is_good_for_one_use() throws WxErrorException {
        var code = simulator.loginCode("o-alice");
        miniProgram.jsCode2SessionInfo(code);
        assertRefused(40163, () -> miniProgram.jsCode2SessionInfo(code));
    }

    @Test
    void an_invented_code_is_invalid() {
        assertRefused(40029, () -> miniProgram.jsCode2SessionInfo("invented"));
    }

    @Test
    void a_wrong_secret_is_refused() {
        assertRefused(
                40125, () -> miniProgram("wrong").jsCode2SessionInfo(simulator.loginCode("o")));
    }

    @Test
    void a_subscribe_message_is_taken_and_one_that_is_too_long_is_not() throws WxErrorException {
        miniProgram.getMsgService().sendSubscribeMsg(message("Your tea is ready"));
        assertRefused(
                47003,
                () ->
                        miniProgram
                                .getMsgService()
                                .sendSubscribeMsg(message("Your tea is ready to be picked up")));
    }

    private static WxMaSubscribeMessage message(String thing) {
        return WxMaSubscribeMessage.builder()
                .toUser("o-alice")
                .templateId("order-ready")
                .data(List.of(new WxMaSubscribeMessage.MsgData("thing1", thing)))
                .build();
    }

    private static WxMaService miniProgram(String secret) {
        var config = new WxMaDefaultConfigImpl();
        config.setAppid(simulator.credentials().appId());
        config.setSecret(secret);
        config.setApiHostUrl(simulator.baseUrl());
        config.useStableAccessToken(true);
        var service = new WxMaServiceImpl();
        service.setWxMaConfig(config);
        return service;
    }

    private static void assertRefused(int errcode, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WxErrorException.class,
                        refusal ->
                                assertThat(refusal.getError().getErrorCode()).isEqualTo(errcode));
    }
}
