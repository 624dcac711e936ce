package dev.qingdan.command.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;

/**
 * What the filter chain adds to an answer by default. It is always the same, so its writers are
 * asked once: what they write to the first answer over a secure connection or a plain one is
 * written to all others.
 */
final class SecurityHeaders {

    private static final List<HeaderWriter> WRITERS =
            List.of(
                    new XContentTypeOptionsHeaderWriter(),
                    new XXssProtectionHeaderWriter(),
                    new CacheControlHeadersWriter(),
                    new HstsHeaderWriter(),
                    new XFrameOptionsHeaderWriter());

    private volatile @Nullable Map<String, String> plain;
    private volatile @Nullable Map<String, String> secure;

    /**
     * @param response to which nothing was written yet, and nothing is here
     */
    Map<String, String> of(HttpServletRequest request, HttpServletResponse response) {
        var known = request.isSecure() ? secure : plain;
        if (known != null) {
            return known;
        }
        var written = written(request, response);
        if (request.isSecure()) {
            secure = written;
        } else {
            plain = written;
        }
        return written;
    }

    private static Map<String, String> written(
            HttpServletRequest request, HttpServletResponse response) {
        var notebook = new Notebook(response);
        WRITERS.forEach(writer -> writer.writeHeaders(request, notebook));
        return Collections.unmodifiableMap(notebook.headers);
    }

    private static final class Notebook extends HttpServletResponseWrapper {

        private final Map<String, String> headers = new LinkedHashMap<>();

        Notebook(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            headers.put(name, value);
        }

        @Override
        public void addHeader(String name, String value) {
            headers.put(name, value);
        }
    }
}
