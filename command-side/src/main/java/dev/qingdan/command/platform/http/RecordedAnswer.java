package dev.qingdan.command.platform.http;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** An answer as it went out, to be given again byte for byte. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed on, never compared.
record RecordedAnswer(int status, Map<String, String> headers, byte[] body) {

    ResponseEntity<byte[]> toResponse() {
        var httpHeaders = new HttpHeaders();
        headers.forEach(httpHeaders::set);
        return ResponseEntity.status(status).headers(httpHeaders).body(body);
    }
}
