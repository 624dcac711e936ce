-- The refunds that members asked for. What people typed is personal, so it stays out of every event.
create table refund_request (
    refund_id        text primary key,
    order_id         text not null,
    reason           text not null,
    rejection_reason text
);
create index refund_request_by_order on refund_request (order_id);
