package dev.qingdan.infra.benchmark.history;

import dev.qingdan.events.OrderEvent.OrderPlaced;
import dev.qingdan.events.OrderLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What there is to be bought, and who buys it. */
final class Shelf {

    private record Product(String sku, String name, long price) {}

    private static final List<String> TEAS =
            List.of("冻顶乌龙", "西湖龙井", "正山小种", "茉莉银针", "凤凰单丛", "白毫银针", "六安瓜片", "普洱熟茶");
    private static final List<Product> PRODUCTS =
            IntStream.range(0, TEAS.size())
                    .boxed()
                    .flatMap(tea -> Stream.of(50, 100, 250).map(grams -> product(tea, grams)))
                    .toList();
    private static final int SHOPS = 12;
    private static final int MEMBERS = 20_000;
    private static final Duration PAYMENT_WINDOW = Duration.ofMinutes(15);

    private final Random random;
    private final Ids ids;
    private int orders;

    Shelf(Random random, Ids ids) {
        this.random = random;
        this.ids = ids;
    }

    private static Product product(int tea, int grams) {
        return new Product(
                "tea-%02d-%dg".formatted(tea, grams),
                TEAS.get(tea) + " " + grams + "g",
                (38 + 7L * tea) * grams);
    }

    OrderPlaced placed(Instant at) {
        var lines = Stream.generate(this::line).limit(1 + random.nextInt(3)).toList();
        var total = lines.stream().mapToLong(OrderLine::amount).sum();
        var discount = random.nextInt(10) == 0 ? total / 10 : 0;
        orders++;
        return new OrderPlaced(
                ids.uuid(at),
                member(random.nextInt(MEMBERS)),
                "shop-" + random.nextInt(SHOPS),
                "%04d-%06d".formatted(101 + orders / 900_000, orders),
                lines,
                total,
                discount,
                total - discount,
                discount == 0 ? null : ids.uuid(at),
                at,
                at.plus(PAYMENT_WINDOW));
    }

    private static String member(int number) {
        return "0195500a-7000-7000-8000-%012d".formatted(number);
    }

    private OrderLine line() {
        var product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
        return OrderLine.of(product.sku(), product.name(), product.price(), 1 + random.nextInt(3));
    }
}
