package dev.qingdan.command.platform;

/** More was asked than can be done at once; the same request may be sent again. */
public record Busy() implements Refusal {

    @Override
    public String code() {
        return "service.busy";
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public String detail() {
        return "More was asked than can be done at once; please send the request again.";
    }
}
