package dev.qingdan.query.platform.live;

import java.util.List;
import java.util.Map;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** WebSockets at {@code /api/v1/live}, with as little memory for an idle one as Tomcat allows. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    private static final int SMALL_BUFFER = 512;

    /** Without compression: its state takes more memory than all the rest of a connection. */
    private static final class PlainHandshake extends DefaultHandshakeHandler {

        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request,
                List<WebSocketExtension> requested,
                List<WebSocketExtension> supported) {
            return List.of();
        }
    }

    @Bean
    static SimpleUrlHandlerMapping live(LiveHandler handler, Door door) {
        var requests = new WebSocketHttpRequestHandler(handler, new PlainHandshake());
        requests.setHandshakeInterceptors(List.of(door));
        return new SimpleUrlHandlerMapping(Map.of("/api/v1/live", requests), -1);
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSockets() {
        return factory ->
                factory.addContextCustomizers(
                        context -> context.addServletContainerInitializer(new WsSci(), null));
    }

    @Bean
    static ServletServerContainerFactoryBean webSocketLimits() {
        var limits = new ServletServerContainerFactoryBean();
        limits.setMaxTextMessageBufferSize(Hello.LONGEST);
        limits.setMaxBinaryMessageBufferSize(SMALL_BUFFER);
        return limits;
    }
}
