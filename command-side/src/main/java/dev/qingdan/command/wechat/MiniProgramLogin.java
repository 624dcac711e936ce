package dev.qingdan.command.wechat;

import cn.binarywang.wx.miniapp.api.WxMaService;
import com.google.gson.JsonParseException;
import dev.qingdan.command.wechat.LoginAnswer.Accepted;
import dev.qingdan.command.wechat.LoginAnswer.Blocked;
import dev.qingdan.command.wechat.LoginAnswer.Rejected;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class MiniProgramLogin implements WeChatLogin {

    private static final Logger log = LoggerFactory.getLogger(MiniProgramLogin.class);

    /** The library pastes the code into the address as it is: nothing else may come along. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private static final int INVALID_CODE = 40029;
    private static final int CODE_USED = 40163;
    private static final int HIGH_RISK_USER = 40226;

    private final WxMaService miniProgram;

    MiniProgramLogin(WxMaService miniProgram) {
        this.miniProgram = miniProgram;
    }

    @Override
    public LoginAnswer exchange(String code) {
        if (!CODE.matcher(code).matches()) {
            return new Rejected(INVALID_CODE);
        }
        try {
            var session = miniProgram.jsCode2SessionInfo(code);
            return session.getOpenid() == null
                    ? unavailable("an answer without an openid")
                    : new Accepted(session.getOpenid(), session.getUnionid());
        } catch (WxErrorException refused) {
            return answerTo(refused);
        } catch (WxRuntimeException | JsonParseException broken) {
            return unavailable(broken.getClass().getSimpleName());
        }
    }

    private static LoginAnswer answerTo(WxErrorException refused) {
        int errcode = refused.getError().getErrorCode();
        return switch (errcode) {
            case INVALID_CODE, CODE_USED -> new Rejected(errcode);
            case HIGH_RISK_USER -> new Blocked();
            default -> unavailable("errcode " + errcode);
        };
    }

    private static Unavailable unavailable(String why) {
        log.warn("WeChat's login gave no usable answer: {}", why);
        return new Unavailable(why);
    }
}
