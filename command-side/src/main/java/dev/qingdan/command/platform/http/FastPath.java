package dev.qingdan.command.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A way to an answer past all filters and the dispatcher. */
@FunctionalInterface
interface FastPath {

    /** Whether it was taken; otherwise nothing has happened, and the request can still be read. */
    boolean answered(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
