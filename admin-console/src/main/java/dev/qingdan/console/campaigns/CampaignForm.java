package dev.qingdan.console.campaigns;

import dev.qingdan.console.platform.Amount;
import dev.qingdan.console.platform.Call;
import dev.qingdan.console.platform.Display;
import dev.qingdan.console.platform.StaffCommand;
import dev.qingdan.console.platform.Yuan;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.BindingResult;

/**
 * What staff type about a new campaign; money in yuan, and the last day on which its coupons are
 * good, by the shop's clock.
 */
record CampaignForm(
        @NotBlank String shopId,
        @NotBlank @Size(max = 60) String name,
        @NotBlank @Amount String minimumSpend,
        @Nullable @Amount String amountOff,
        @Nullable @Min(1) @Max(99) Integer percentOff,
        @NotNull @Min(1) @Max(1_000_000) @Nullable Integer quantity,
        @NotNull @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate lastDay,
        @Nullable String key) {

    static CampaignForm empty(@Nullable String shopId, LocalDate lastDay) {
        var shop = Objects.requireNonNullElse(shopId, "");
        return new CampaignForm(shop, "", "", null, null, null, lastDay, null);
    }

    /** Rules between fields, said beside the field where people will look. */
    void check(BindingResult errors) {
        var amount = amountOff == null || amountOff.isBlank() ? null : amountOff;
        if ((amount == null) == (percentOff == null)) {
            errors.rejectValue("amountOff", "campaigns.one-benefit");
        } else if (amount != null
                && !errors.hasFieldErrors("amountOff")
                && !errors.hasFieldErrors("minimumSpend")
                && fen(amount) >= fen(minimumSpend)) {
            errors.rejectValue("amountOff", "campaigns.below-minimum");
        }
        if (lastDay != null && lastDay.isBefore(LocalDate.now(Display.ZONE))) {
            errors.rejectValue("lastDay", "campaigns.day-gone");
        }
    }

    StaffCommand command() {
        var body = new HashMap<String, Object>();
        body.put("shopId", shopId);
        body.put("name", name.strip());
        body.put("minimumSpend", fen(minimumSpend));
        if (percentOff == null) {
            body.put("amountOff", fen(Objects.requireNonNull(amountOff)));
        } else {
            body.put("percentOff", percentOff);
        }
        body.put("quantity", Objects.requireNonNull(quantity));
        var end = Objects.requireNonNull(lastDay).plusDays(1).atStartOfDay(Display.ZONE);
        body.put("validUntil", end.toInstant().toString());
        var call = Call.command("/api/v1/staff/campaigns");
        var formKey = Objects.requireNonNullElse(key, "");
        return StaffCommand.post("campaign.open", name.strip(), call, body, formKey);
    }

    private static long fen(String typed) {
        return Yuan.parse(typed).orElseThrow();
    }
}
