package dev.qingdan.query.platform.projection;

import org.jspecify.annotations.Nullable;

/**
 * A row whose key is an aggregate's id: a record whose components are the table's columns, the key
 * first. Component {@code onHand} is column {@code on_hand}; what is no plain value is kept as
 * JSON.
 */
public interface Row {

    /** The sequence of the last event folded into it. Rows only move forward. */
    long version();

    /**
     * Whether hardly any event is to be expected that changes it further. While much is read, such
     * a row is not kept at hand; should one come after all, the row is read again.
     */
    default boolean settled() {
        return false;
    }

    /** The member who is told at once when this row changes, if any. */
    default @Nullable String audience() {
        return null;
    }
}
