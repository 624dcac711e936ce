package dev.qingdan.query.order;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** An order's JSON, passed on as it is stored. */
record OrderJson(@JsonValue @JsonRawValue String document) {}
