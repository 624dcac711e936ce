package dev.qingdan.query.platform.engine;

/** Nothing of a batch was written, for a reason that goes by when it is read again at once. */
abstract sealed class ReadAgain extends RuntimeException permits StaleClaim, NotInBulk {

    ReadAgain(String detail) {
        super(detail);
    }
}
