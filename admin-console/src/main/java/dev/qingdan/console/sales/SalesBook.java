package dev.qingdan.console.sales;

import static java.util.stream.Collectors.toMap;

import dev.qingdan.console.platform.Answer;
import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Items;
import dev.qingdan.console.platform.Sides;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Looks sales up at query-side. */
@Component
class SalesBook {

    private static final int PAGE = 30;
    private static final int DAYS_AT_ONCE = 100;
    private static final int MOST_PAGES = 10;
    private static final ParameterizedTypeReference<Items<Day>> DAYS =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Items<ProductDay>> PRODUCTS =
            new ParameterizedTypeReference<>() {};

    private final Sides sides;

    SalesBook(Sides sides) {
        this.sides = sides;
    }

    /** One for each day on which anything was sold or given back, the latest first. */
    Answer<List<Day>> days(SalesFilter filter) {
        var call =
                filter.narrow(Call.query("/api/v1/staff/sales/days")).with("limit", DAYS_AT_ONCE);
        var answer = sides.read(call, DAYS);
        var found = new ArrayList<Day>();
        for (int page = 1; answer instanceof Answer.Given<Items<Day>>(var items, _); page++) {
            found.addAll(items.items());
            if (items.next() == null || page == MOST_PAGES) {
                break;
            }
            answer = sides.read(call.with("cursor", items.next()), DAYS);
        }
        return answer.map(_ -> together(found));
    }

    /** Several shops' day is one day here. */
    private static List<Day> together(List<Day> shopDays) {
        var days = shopDays.stream().collect(toMap(Day::day, day -> day, Day::and, TreeMap::new));
        return List.copyOf(days.descendingMap().values());
    }

    Answer<Items<ProductDay>> products(SalesFilter filter, @Nullable String cursor) {
        var call = filter.narrow(Call.query("/api/v1/staff/sales"));
        return sides.read(call.with("limit", PAGE).with("cursor", cursor), PRODUCTS);
    }

    Answer<Steps> steps(SalesFilter filter) {
        return sides.read(filter.narrow(Call.query("/api/v1/staff/funnel/total")), Steps.class);
    }
}
