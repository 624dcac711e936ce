package dev.qingdan.command.platform.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a command answers; the body is written as JSON.
 *
 * @param location path of the view that shows what was made
 */
public record Answer(HttpStatus status, @Nullable String location, Object body) {

    public static Answer ok(Object body) {
        return new Answer(HttpStatus.OK, null, body);
    }

    public static Answer created(Object body) {
        return new Answer(HttpStatus.CREATED, null, body);
    }

    /** Something was made, and can be seen there. */
    public static Answer created(String location, Object body) {
        return new Answer(HttpStatus.CREATED, location, body);
    }
}
