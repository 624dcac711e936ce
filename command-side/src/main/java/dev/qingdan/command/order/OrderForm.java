package dev.qingdan.command.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a member orders. */
record OrderForm(
        @NotBlank @Size(max = 36) String shopId,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Line> lines,
        @Nullable @Size(max = 36) String couponId,
        @Size(max = 200) @Nullable String note) {

    static final int MOST_PIECES = 999;

    record Line(
            @NotBlank @Size(max = 64) String sku,
            @NotNull @Min(1) @Max(MOST_PIECES) Integer quantity) {}

    /** Each sku once, in the order of the alphabet. */
    Map<String, Integer> pieces() {
        var pieces = new TreeMap<String, Integer>();
        for (Line line : lines) {
            pieces.merge(line.sku(), line.quantity(), Integer::sum);
        }
        return pieces;
    }
}
