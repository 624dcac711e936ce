package dev.qingdan.command.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.BiConsumer;
import org.apache.catalina.connector.Response;
import org.apache.catalina.connector.ResponseFacade;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Adds headers to Tomcat's own response as bytes. Whatever it is given as a text, each name and
 * each value, it encodes with a new encoder, which costs more than all else about an answer.
 */
final class TomcatHeaders {

    private static final VarHandle BEHIND = behindFacade();

    private TomcatHeaders() {}

    /** Takes names and values; anybody else's response takes them as texts. */
    static BiConsumer<String, String> of(HttpServletResponse response) {
        if (response instanceof ResponseFacade facade) {
            var own = (Response) BEHIND.get(facade);
            return into(own.getCoyoteResponse().getMimeHeaders());
        }
        return response::setHeader;
    }

    private static BiConsumer<String, String> into(MimeHeaders headers) {
        return (name, value) -> {
            // Tomcat may write over what it was given, so nothing of it is kept for the next answer
            var nameBytes = name.getBytes(ISO_8859_1);
            var valueBytes = value.getBytes(ISO_8859_1);
            headers.addValue(nameBytes, 0, nameBytes.length)
                    .setBytes(valueBytes, 0, valueBytes.length);
        };
    }

    private static VarHandle behindFacade() {
        try {
            return MethodHandles.privateLookupIn(ResponseFacade.class, MethodHandles.lookup())
                    .findVarHandle(ResponseFacade.class, "response", Response.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Tomcat hides its response elsewhere", e);
        }
    }
}
