package dev.qingdan.command.stock;

import dev.qingdan.command.catalogue.Catalogue;
import dev.qingdan.command.platform.http.Answer;
import dev.qingdan.command.platform.http.CommandRequest;
import dev.qingdan.command.platform.http.Commands;
import dev.qingdan.command.stock.StockCommand.CorrectStock;
import dev.qingdan.command.stock.StockCommand.ReceiveStock;
import dev.qingdan.events.StockEvent.CorrectionReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the shop's people tell us about their shelves. */
@RestController
@RequestMapping("/api/v1/staff/stock/{sku}")
class StockApi {

    private static final int MOST_AT_ONCE = 1_000_000;

    /** It is published, so it must not be a sentence, a name, or the driver's phone number. */
    private static final String DELIVERY_NUMBER =
            "(?=.*\\d)(?!(.*[._/-])?1[3-9]\\d{9}([._/-].*)?$)[A-Za-z0-9][A-Za-z0-9._/-]{0,39}";

    private final Commands commands;
    private final CommandGateway gateway;
    private final Catalogue catalogue;

    StockApi(Commands commands, CommandGateway gateway, Catalogue catalogue) {
        this.commands = commands;
        this.gateway = gateway;
        this.catalogue = catalogue;
    }

    record ReceiptForm(
            @NotNull @Min(1) @Max(MOST_AT_ONCE) Integer quantity,
            @NotNull @Pattern(
                            regexp = DELIVERY_NUMBER,
                            message =
                                    "must be the delivery's number: at most 40 letters, digits and"
                                            + " . _ / -, with a digit, and no phone number")
                    String reference) {}

    record CorrectionForm(
            @NotNull @Min(0) @Max(MOST_AT_ONCE) Integer counted,
            @NotNull CorrectionReason reason) {}

    record StockLevel(String sku, int onHand, int available) {}

    @PostMapping("/receipts")
    ResponseEntity<byte[]> receive(
            @PathVariable String sku,
            @Valid @RequestBody ReceiptForm form,
            CommandRequest request) {
        return commands.answer(
                request,
                () ->
                        Answer.created(
                                run(new ReceiveStock(sku, form.quantity(), form.reference()))));
    }

    @PostMapping("/corrections")
    ResponseEntity<byte[]> correct(
            @PathVariable String sku,
            @Valid @RequestBody CorrectionForm form,
            CommandRequest request) {
        return commands.answer(
                request,
                () -> Answer.ok(run(new CorrectStock(sku, form.counted(), form.reason()))));
    }

    private StockLevel run(StockCommand command) {
        catalogue.requireProduct(command.sku());
        var stock = gateway.<Stock>sendAndWait(command);
        return new StockLevel(command.sku(), stock.onHand(), stock.available());
    }
}
