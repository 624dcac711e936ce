package dev.qingdan.command.platform.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a request's body into memory, at most 64 KiB of it: larger ones are refused unread, and
 * what was read can be both parsed and fingerprinted.
 */
@Component
public class BoundedBody extends OncePerRequestFilter {

    static final int LIMIT = 64 * 1024;

    private static final String ATTRIBUTE = BoundedBody.class.getName();

    /** The body's bytes as they came; WeChat's signatures are over these. */
    public static byte[] of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof byte[] body ? body : new byte[0];
    }

    /** Reads the body, once; whoever goes on with the request has to {@link #keep} it. */
    static byte[] read(HttpServletRequest request) throws IOException {
        // Asked for no more than there is, since the room for all of it is made beforehand
        int most = isSmall(request) ? request.getContentLength() : LIMIT + 1;
        return request.getInputStream().readNBytes(most);
    }

    /** For those who come later and find nothing left to read. */
    static void keep(HttpServletRequest request, byte[] body) {
        request.setAttribute(ATTRIBUTE, body);
    }

    /** Whether it is known to be no larger than we take. */
    static boolean isSmall(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length >= 0 && length <= LIMIT;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LIMIT) {
            refuse(response);
            return;
        }
        var body = request.getAttribute(ATTRIBUTE) == null ? read(request) : of(request);
        if (body.length > LIMIT) {
            refuse(response);
            return;
        }
        keep(request, body);
        chain.doFilter(new InMemory(request, body), response);
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        Problems.write(Problem.of(new RequestRefusal.TooLarge(LIMIT)), response);
    }

    private static final class InMemory extends HttpServletRequestWrapper {

        private final byte[] body;

        InMemory(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new BodyStream(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(
                    new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class BodyStream extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        BodyStream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is in memory: just read it");
        }
    }
}
