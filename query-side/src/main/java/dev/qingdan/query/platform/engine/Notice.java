package dev.qingdan.query.platform.engine;

/** What all instances hear on a channel of PostgreSQL's once the transaction commits. */
record Notice(String channel, String text) {}
