package dev.qingdan.command.platform.http;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/** An answer as it went out, to be given again byte for byte. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
record RecordedAnswer(int status, Map<String, String> headers, byte[] body) {

    String contentType() {
        return requireNonNull(headers.get(HttpHeaders.CONTENT_TYPE));
    }

    ResponseEntity<byte[]> toResponse() {
        return new Response(this);
    }

    /** The answer in a response that a controller's method has from {@link #toResponse}. */
    static RecordedAnswer in(ResponseEntity<byte[]> response) {
        return ((Response) response).answer;
    }

    /** Spring's headers cost much and are made only where Spring is who answers. */
    private static final class Response extends ResponseEntity<byte[]> {

        private final RecordedAnswer answer;

        Response(RecordedAnswer answer) {
            super(answer.body, HttpStatusCode.valueOf(answer.status));
            this.answer = answer;
        }

        @Override
        public HttpHeaders getHeaders() {
            var headers = new HttpHeaders();
            answer.headers.forEach(headers::set);
            return headers;
        }
    }
}
