package dev.qingdan.query.platform.engine;

/** Somebody else has moved a partition on: nothing may be written, and the claim is made anew. */
final class StaleClaim extends ReadAgain {

    StaleClaim(String detail) {
        super(detail);
    }
}
