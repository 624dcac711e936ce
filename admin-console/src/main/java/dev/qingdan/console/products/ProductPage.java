package dev.qingdan.console.products;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.ForManagers;
import dev.qingdan.console.platform.Live;
import dev.qingdan.console.platform.StaffCommands;
import dev.qingdan.console.platform.Toasts;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/products/{sku}")
class ProductPage {

    private final ProductShelf shelf;
    private final StaffCommands commands;
    private final Toasts toasts;

    ProductPage(ProductShelf shelf, StaffCommands commands, Toasts toasts) {
        this.shelf = shelf;
        this.commands = commands;
        this.toasts = toasts;
    }

    @GetMapping
    ModelAndView show(@PathVariable String sku) {
        var product = find(sku);
        var page = page(sku, product);
        return product.getBody() == null
                ? page
                : page.addObject("form", ProductForm.of(product.getBody()));
    }

    @GetMapping("/stock")
    ModelAndView stock(
            @PathVariable String sku, @RequestParam(required = false) @Nullable String mark) {
        var shown = Map.of("sku", sku, "product", find(sku));
        return Live.fragment("products/one :: stock", mark, shown);
    }

    @PostMapping
    @ForManagers
    ModelAndView change(
            @PathVariable String sku,
            @Valid @ModelAttribute("form") ProductForm form,
            BindingResult errors,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return page(sku, find(sku));
        }
        var command = form.command("product.change", sku);
        toasts.tell(next, command, commands.send(command), "products.changed", form.name());
        return new ModelAndView("redirect:/products/{sku}");
    }

    private static ModelAndView page(String sku, Answer<Product> product) {
        return Live.page("products/one", Map.of("sku", sku, "product", product))
                .addObject("reasons", StockCommands.CorrectionReason.values());
    }

    private Answer<Product> find(String sku) {
        var product = shelf.one(sku);
        if (product instanceof Answer.Refused<Product>(var problem)
                && problem.status() == HttpStatus.NOT_FOUND.value()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return product;
    }
}
