package dev.qingdan.console.orders;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.Live;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/orders/{id}")
class OrderPage {

    private final OrderDesk desk;

    OrderPage(OrderDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id) {
        return Live.page("orders/one", shown(id)).addObject("texts", desk.texts(id));
    }

    @GetMapping("/live")
    ModelAndView live(
            @PathVariable String id, @RequestParam(required = false) @Nullable String mark) {
        var part = Live.fragment("orders/one :: live", mark, shown(id));
        return part.isReference() ? part.addObject("texts", desk.texts(id)) : part;
    }

    private Map<String, ?> shown(String id) {
        var order = desk.one(id);
        if (order instanceof Answer.Refused<Order>(var problem)
                && problem.status() == HttpStatus.NOT_FOUND.value()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Map.of("id", id, "order", order);
    }
}
