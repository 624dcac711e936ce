package dev.qingdan.command.platform;

/** Too many commands wanted the same aggregate at once; the same request may be sent again. */
record Busy() implements Refusal {

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
        return "Others are changing the same thing; please send the request again.";
    }
}
