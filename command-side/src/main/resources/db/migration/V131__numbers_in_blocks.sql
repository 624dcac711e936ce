-- Numbers of five digits and more come in another order from here on. Where some of today's were given out in the one of before, go on
-- with numbers of one digit more: those have not begun yet.
update order_number_lease
set next = (select min(begin)
            from (select ((10::numeric ^ digits - 10000) / 9)::bigint as begin from generate_series(5, 18) digits) lengths
            where begin >= next)
where next > 10000;
