-- When each order was paid, so that its readiness can be counted.
create table funnel_order (
    order_id text primary key,
    shop_id  text   not null,
    progress json   not null,
    version  bigint not null
);
-- Read by its key and no other way: the planner, who would look through it as it grows, has nothing to learn there.
alter table funnel_order
    alter column order_id set statistics 0, alter column shop_id set statistics 0,
    alter column progress set statistics 0, alter column version set statistics 0;

create table funnel_hour (
    shop_id   text    not null,
    day       date    not null,
    hour      integer not null,
    placed    integer not null,
    paid      integer not null,
    expired   integer not null,
    cancelled integer not null,
    refunded  integer not null,
    primary key (shop_id, day, hour)
);
create index on funnel_hour (day desc, hour desc, shop_id);

create table preparation_time (
    shop_id text    not null,
    day     date    not null,
    hour    integer not null,
    minutes integer not null,
    orders  integer not null,
    primary key (shop_id, day, hour, minutes)
);

-- The median: the fewest minutes within which half of the hour's orders were ready.
create view preparation_median as
select shop_id, day, hour, min(minutes) as minutes
from (select shop_id, day, hour, minutes,
             sum(orders) over (partition by shop_id, day, hour order by minutes) as ready_by_then,
             sum(orders) over (partition by shop_id, day, hour) as ready
      from preparation_time) times
where 2 * ready_by_then >= ready
group by shop_id, day, hour;

create view funnel as
select shop_id, day, hour,
       (day + make_interval(hours => hour)) at time zone 'Asia/Shanghai' as starts_at,
       coalesce(placed, 0) as placed, coalesce(paid, 0) as paid, coalesce(expired, 0) as expired,
       coalesce(cancelled, 0) as cancelled, coalesce(refunded, 0) as refunded,
       preparation_median.minutes as minutes_to_ready
from funnel_hour full join preparation_median using (shop_id, day, hour);
