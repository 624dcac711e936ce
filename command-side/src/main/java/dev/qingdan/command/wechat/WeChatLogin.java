package dev.qingdan.command.wechat;

/** Turns the code that {@code wx.login} gave a mini-program into the person's openid. */
public interface WeChatLogin {

    LoginAnswer exchange(String code);
}
