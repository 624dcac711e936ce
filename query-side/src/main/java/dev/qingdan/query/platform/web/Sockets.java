package dev.qingdan.query.platform.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Requests are waited for by completion (Tomcat's NIO2 connector) and not by a selector, which has
 * each connection taken out while a request is answered, put in again afterwards, and its thread
 * woken for that.
 */
@Component
class Sockets implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol("org.apache.coyote.http11.Http11Nio2Protocol");
    }
}
