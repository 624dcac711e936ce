package dev.qingdan.command.wechat;

/** What WeChat says to the wish that nobody may pay this attempt any more. */
public sealed interface CloseAnswer
        permits CloseAnswer.Closed,
                CloseAnswer.AlreadyPaid,
                CloseAnswer.BeingPaid,
                CloseAnswer.Unknown,
                Unavailable {

    record Closed() implements CloseAnswer {}

    record AlreadyPaid() implements CloseAnswer {}

    /** The buyer is typing the password: not closed, ask again. */
    record BeingPaid() implements CloseAnswer {}

    /** WeChat never heard of this number, so there is nothing that anybody could pay. */
    record Unknown() implements CloseAnswer {}
}
