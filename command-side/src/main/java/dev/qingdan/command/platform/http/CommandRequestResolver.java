package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.platform.Origin;
import dev.qingdan.command.platform.TraceParent;
import dev.qingdan.command.platform.privacy.ErasedMembers;
import dev.qingdan.events.ConsistencyToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller's method its {@link CommandRequest}, or refuses the headers; where nobody has
 * to be known, the method takes just the {@link Origin}.
 */
@Component
class CommandRequestResolver implements HandlerMethodArgumentResolver {

    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private final Ids ids;
    private final ErasedMembers erased;

    CommandRequestResolver(Ids ids, ErasedMembers erased) {
        this.ids = ids;
        this.erased = erased;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandRequest.class
                || parameter.getParameterType() == Origin.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory) {
        var request = (HttpServletRequest) webRequest.getNativeRequest();
        var origin = origin(request);
        if (isErased(origin.actor()) && !parameter.hasParameterAnnotation(EvenErased.class)) {
            throw new CommandRefused(new RequestRefusal.TokenRevoked());
        }
        return parameter.getParameterType() == Origin.class ? origin : command(request, origin);
    }

    private boolean isErased(String actor) {
        return Actors.isMember(actor) && erased.contains(Actors.memberId(actor));
    }

    private static CommandRequest command(HttpServletRequest request, Origin origin) {
        return new CommandRequest(
                origin,
                key(request, origin.actor()),
                Fingerprint.of(
                        request.getMethod(), request.getRequestURI(), BoundedBody.of(request)),
                seen(request.getHeader(Commands.CONSISTENCY_TOKEN)));
    }

    private static String actor(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        if (principal == null) {
            return Actors.NOBODY;
        }
        return request.isUserInRole("MEMBER")
                ? Actors.member(principal.getName())
                : Actors.staff(principal.getName());
    }

    /** The trace is also what correlates; the request itself is the cause. */
    private Origin origin(HttpServletRequest request) {
        var trace = TraceParent.continuing(request.getHeader("traceparent"));
        var requestId = ids.generateIdentifier();
        return new Origin(actor(request), trace.traceId(), requestId, trace.toString());
    }

    private static @Nullable String key(HttpServletRequest request, String actor) {
        var key = request.getHeader("Idempotency-Key");
        if (key == null) {
            if (Actors.isMember(actor)) {
                throw new CommandRefused(new RequestRefusal.KeyMissing());
            }
            return null;
        }
        if (!KEY.matcher(key).matches()) {
            throw new CommandRefused(new RequestRefusal.KeyInvalid());
        }
        return key;
    }

    private static ConsistencyToken seen(@Nullable String header) {
        if (header == null) {
            return ConsistencyToken.NOTHING;
        }
        try {
            return ConsistencyToken.parse(header);
        } catch (IllegalArgumentException _) {
            throw new CommandRefused(new RequestRefusal.TokenUnreadable());
        }
    }
}
