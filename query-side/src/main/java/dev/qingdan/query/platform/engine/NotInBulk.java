package dev.qingdan.query.platform.engine;

/** Among many events one cannot be folded: they are written poll by poll, which parks it. */
final class NotInBulk extends ReadAgain {

    NotInBulk(String detail) {
        super(detail);
    }
}
