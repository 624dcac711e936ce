package dev.qingdan.command.wechat;

import java.time.Instant;

/** What WeChat knows of one refund. */
public sealed interface RefundState
        permits RefundState.Processing,
                RefundState.Succeeded,
                RefundState.Failed,
                RefundState.Unknown,
                Unavailable {

    /** Accepted; the outcome comes by notification or must be asked for. */
    record Processing() implements RefundState {}

    record Succeeded(Instant at) implements RefundState {}

    /** Final: only a person can bring this money back. */
    record Failed(String reason) implements RefundState {}

    record Unknown() implements RefundState {}
}
