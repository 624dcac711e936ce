package dev.qingdan.console.accounts;

import dev.qingdan.console.platform.ForManagers;
import dev.qingdan.console.platform.Role;
import dev.qingdan.console.platform.Toasts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/accounts")
@ForManagers
class AccountsPage {

    private static final String NAME = "[a-z][a-z0-9._-]{1,31}";

    /** BCrypt reads at most 72 bytes. */
    private static final String PASSWORD = "\\p{ASCII}{10,60}";

    record NewAccount(
            @NotNull @Pattern(regexp = NAME, message = "{accounts.name-rule}") String username,
            @NotNull @Pattern(regexp = PASSWORD, message = "{accounts.password-rule}") String password,
            @NotEmpty Set<Role> roles) {}

    private final Staff staff;
    private final Toasts toasts;

    AccountsPage(Staff staff, Toasts toasts) {
        this.staff = staff;
        this.toasts = toasts;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("form", new NewAccount("", "", EnumSet.of(Role.CLERK)));
        return page(model);
    }

    @PostMapping
    String add(
            @Valid @ModelAttribute("form") NewAccount form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (!errors.hasErrors() && !staff.add(form.username(), form.password(), form.roles())) {
            errors.rejectValue("username", "accounts.taken");
        }
        if (errors.hasErrors()) {
            return page(model);
        }
        toasts.done(next, "accounts.added", form.username());
        return "redirect:/accounts";
    }

    /** Nobody can shut themselves out. */
    @PostMapping("/{username}")
    String change(
            @PathVariable String username,
            @RequestParam(required = false) @Nullable Set<Role> roles,
            @RequestParam(defaultValue = "false") boolean enabled,
            Principal self,
            RedirectAttributes next) {
        if (self.getName().equals(username)) {
            toasts.refused(next, "accounts.not-yourself");
        } else {
            staff.change(username, roles == null ? Set.of() : roles, enabled);
            toasts.done(next, "accounts.changed", username);
        }
        return "redirect:/accounts";
    }

    @PostMapping("/{username}/password")
    String resetPassword(
            @PathVariable String username, @RequestParam String password, RedirectAttributes next) {
        if (!password.matches(PASSWORD)) {
            toasts.refused(next, "accounts.password-rule");
        } else {
            staff.changePassword(username, password);
            toasts.done(next, "accounts.password-changed", username);
        }
        return "redirect:/accounts";
    }

    private String page(Model model) {
        model.addAttribute("accounts", staff.all());
        model.addAttribute("roles", Role.values());
        return "accounts/list";
    }
}
