package dev.qingdan.trespass.console.orders;

import dev.qingdan.trespass.console.platform.KnowsTooMuch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.client.RestClient;

/** A page that everybody can see and that speaks HTTP on its own. */
@Controller
public class OrdersPage {

    @Nullable RestClient client;
    @Nullable KnowsTooMuch platform;
}
