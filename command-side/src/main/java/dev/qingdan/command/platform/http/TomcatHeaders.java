package dev.qingdan.command.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.BiConsumer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Headers of Tomcat's own requests and responses as the bytes that they are there. Whatever it is
 * given as a text, each name and each value, it encodes with a new encoder, which costs more than
 * all else about an answer; whatever it gives as a text goes through a buffer of characters.
 */
final class TomcatHeaders {

    private TomcatHeaders() {}

    /** A long one that is read once. */
    static @Nullable String value(HttpServletRequest request, String name) {
        if (request instanceof Request own) {
            var value = own.getCoyoteRequest().getMimeHeaders().getValue(name);
            if (value != null && value.getType() == MessageBytes.T_BYTES) {
                var bytes = value.getByteChunk();
                return new String(
                        bytes.getBuffer(), bytes.getStart(), bytes.getLength(), ISO_8859_1);
            }
        }
        return request.getHeader(name);
    }

    /** Takes names and values; anybody else's response takes them as texts. */
    static BiConsumer<String, String> of(HttpServletResponse response) {
        if (response instanceof Response own) {
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
}
