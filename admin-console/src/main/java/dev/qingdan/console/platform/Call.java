package dev.qingdan.console.platform;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where to ask: a side, a path whose variables are encoded, and who asks. */
public record Call(Side side, String template, List<Object> variables, boolean asStaff) {

    public static Call command(String path, Object... variables) {
        return new Call(Side.COMMAND, path, List.of(variables), true);
    }

    public static Call query(String path, Object... variables) {
        return new Call(Side.QUERY, path, List.of(variables), true);
    }

    /** For what anybody may read: a staff token would be refused there. */
    public Call anonymous() {
        return new Call(side, template, variables, false);
    }

    /** Adds a query parameter, unless it has no value. */
    public Call with(String name, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return this;
        }
        var more = new ArrayList<>(variables);
        more.add(value.toString().strip());
        var longer = template + (template.contains("?") ? '&' : '?') + name + "={" + name + "}";
        return new Call(side, longer, List.copyOf(more), asStaff);
    }
}
