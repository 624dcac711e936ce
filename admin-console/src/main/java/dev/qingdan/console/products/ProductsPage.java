package dev.qingdan.console.products;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.ForManagers;
import dev.qingdan.console.platform.StaffCommands;
import dev.qingdan.console.platform.Toasts;
import dev.qingdan.console.shops.ShopDirectory;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/products")
class ProductsPage {

    private final ProductShelf shelf;
    private final ShopDirectory shops;
    private final StaffCommands commands;
    private final Toasts toasts;

    ProductsPage(ProductShelf shelf, ShopDirectory shops, StaffCommands commands, Toasts toasts) {
        this.shelf = shelf;
        this.shops = shops;
        this.commands = commands;
        this.toasts = toasts;
    }

    @GetMapping
    String list(ProductFilter filter, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("products", shelf.list(filter, null));
        model.addAttribute("shops", shops.all());
        return "products/list";
    }

    @GetMapping("/more")
    String more(ProductFilter filter, @RequestParam String cursor, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("products", shelf.list(filter, cursor));
        return "products/list :: more";
    }

    @GetMapping("/new")
    @ForManagers
    String blank(@RequestParam(required = false) @Nullable String shopId, Model model) {
        model.addAttribute("form", ProductForm.empty(shopId));
        model.addAttribute("shops", shops.all());
        return "products/new";
    }

    @PostMapping
    @ForManagers
    String add(
            @Valid @ModelAttribute("form") ProductForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        if (!errors.hasErrors() && isTaken(form.sku())) {
            errors.rejectValue("sku", "products.sku-taken");
        }
        if (errors.hasErrors()) {
            model.addAttribute("shops", shops.all());
            return "products/new";
        }
        var command = form.command("product.add", form.sku());
        var answer = commands.send(command);
        toasts.tell(next, command, answer, "products.added", form.name());
        next.addAttribute("sku", form.sku());
        return answer instanceof Answer.Given ? "redirect:/products/{sku}" : "redirect:/products";
    }

    /** Putting a product that exists would change it, which is not what adding means. */
    private boolean isTaken(String sku) {
        return shelf.one(sku) instanceof Answer.Given;
    }
}
