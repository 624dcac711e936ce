package dev.qingdan.infra.wechat.http;

@FunctionalInterface
public interface Handler {

    Answer handle(Call call);
}
