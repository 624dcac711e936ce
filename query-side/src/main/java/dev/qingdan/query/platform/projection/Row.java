package dev.qingdan.query.platform.projection;

/**
 * A row whose key is an aggregate's id: a record whose components are the table's columns, the key
 * first. Component {@code onHand} is column {@code on_hand}; what is no plain value is kept as
 * JSON.
 */
public interface Row {

    /** The sequence of the last event folded into it. Rows only move forward. */
    long version();
}
