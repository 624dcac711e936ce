package dev.qingdan.command.wechat;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Sends the SDK's calls elsewhere: it knows no base address but WeChat's own. The signature stays
 * valid, since the host is no part of what is signed.
 */
final class BaseAddress implements Interceptor {

    private final HttpUrl base;

    BaseAddress(URI base) {
        this.base =
                Objects.requireNonNull(
                        HttpUrl.get(base), "qingdan.wechat.pay-url is no http address");
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var url =
                chain.request()
                        .url()
                        .newBuilder()
                        .scheme(base.scheme())
                        .host(base.host())
                        .port(base.port())
                        .build();
        return chain.proceed(chain.request().newBuilder().url(url).build());
    }
}
