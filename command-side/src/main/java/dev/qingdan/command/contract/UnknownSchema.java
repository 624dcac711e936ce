package dev.qingdan.command.contract;

import dev.qingdan.command.platform.Refusal;

/** No event of ours has that name. */
record UnknownSchema(String type) implements Refusal {

    @Override
    public String code() {
        return "schema.not-found";
    }

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }

    @Override
    public String detail() {
        return "There is no schema of that name.";
    }
}
