package dev.qingdan.command.wechat;

/** What WeChat says to the wish to be paid. */
public sealed interface PrepayAnswer
        permits PrepayAnswer.Prepared,
                PrepayAnswer.AlreadyPaid,
                PrepayAnswer.AlreadyClosed,
                PrepayAnswer.Refused,
                Unavailable {

    record Prepared(String prepayId) implements PrepayAnswer {}

    record AlreadyPaid() implements PrepayAnswer {}

    record AlreadyClosed() implements PrepayAnswer {}

    /** Asking again would be answered the same. */
    record Refused(String code) implements PrepayAnswer {}
}
