-- What was in these columns has been sealed by the step before.
alter table member_identity
    drop column openid;
alter table order_text
    drop column note,
    drop column cancellation_reason;
alter table refund_request
    drop column reason,
    drop column rejection_reason;
