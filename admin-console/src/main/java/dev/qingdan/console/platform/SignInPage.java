package dev.qingdan.console.platform;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPage {

    @GetMapping("/sign-in")
    String show(@Nullable Principal person) {
        return person == null ? "platform/sign-in" : "redirect:/";
    }
}
