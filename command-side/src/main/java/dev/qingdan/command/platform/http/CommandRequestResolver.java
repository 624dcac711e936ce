package dev.qingdan.command.platform.http;

import dev.qingdan.command.platform.Origin;
import jakarta.servlet.http.HttpServletRequest;
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

    private final CommandRequests requests;

    CommandRequestResolver(CommandRequests requests) {
        this.requests = requests;
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
        var actor = actor(request);
        if (!parameter.hasParameterAnnotation(EvenErased.class)) {
            requests.requireNotErased(actor);
        }
        return parameter.getParameterType() == Origin.class
                ? requests.origin(request, actor)
                : requests.evenErased(request, actor, BoundedBody.of(request));
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
}
