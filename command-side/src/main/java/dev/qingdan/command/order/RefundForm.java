package dev.qingdan.command.order;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a member wants back, and why.
 *
 * @param lines everything that is left, where none are said
 */
record RefundForm(
        @NotBlank @Size(max = 200) String reason,
        @Nullable @Size(min = 1, max = 50) List<@NotNull @Valid Line> lines) {

    record Line(
            @NotBlank @Size(max = 64) String sku,
            @NotNull @Min(1) @Max(OrderForm.MOST_PIECES) Integer quantity) {}

    Map<String, Integer> pieces() {
        return lines == null
                ? Map.of()
                : lines.stream().collect(groupingBy(Line::sku, summingInt(Line::quantity)));
    }
}
