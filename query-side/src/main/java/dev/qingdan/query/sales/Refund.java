package dev.qingdan.query.sales;

import dev.qingdan.events.RefundLine;
import dev.qingdan.query.sales.Sale.Item;
import java.util.List;

/**
 * Money that may go back.
 *
 * @param lines the pieces whose price was asked for; none where it is of the order as a whole
 * @param granted whether it is to go back of the payment that counts
 */
record Refund(String refundId, List<RefundLine> lines, boolean granted) {

    boolean is(String id) {
        return refundId.equals(id);
    }

    Refund grant() {
        return new Refund(refundId, lines, true);
    }

    /**
     * What each line gives back: of the lines that were asked for, by the pieces; else of all
     * lines, by what they still have. Once all has gone back, it has from every line.
     */
    List<Long> shares(long amount, List<Item> items) {
        var asked = items.stream().map(this::priceOfPieces).toList();
        var covered = asked.stream().mapToLong(Long::longValue).sum() >= amount;
        return Shares.of(amount, covered ? asked : items.stream().map(Item::kept).toList());
    }

    private long priceOfPieces(Item item) {
        return lines.stream()
                .filter(line -> line.sku().equals(item.sku()))
                .mapToLong(line -> item.priceOf(line.quantity()))
                .sum();
    }
}
