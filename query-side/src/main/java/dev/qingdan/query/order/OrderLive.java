package dev.qingdan.query.order;

import dev.qingdan.query.platform.live.LiveView;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells members how their orders get on. */
@Component
class OrderLive implements LiveView {

    private final JdbcClient jdbc;

    OrderLive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String table() {
        return "order_view";
    }

    @Override
    public String type() {
        return "order";
    }

    @Override
    public List<Standing> standings(
            Collection<String> members, Collection<String> orderIds, int newest) {
        return jdbc.sql(
                        """
                        select member_id as audience, order_id as key, version
                        from (select o.member_id, o.order_id, o.version
                              from unnest(:members) m (id) cross join lateral
                                  (select * from order_view where member_id = m.id
                                   order by order_id desc limit :newest) o
                              union
                              select member_id, order_id, version from order_view
                              where order_id = any (:orders) and member_id = any (:members)) mine
                        order by order_id
                        """)
                .param("members", members.toArray(String[]::new))
                .param("orders", orderIds.toArray(String[]::new))
                .param("newest", newest)
                .query(Standing.class)
                .list();
    }

    @Override
    public List<Document> documents(Collection<String> orderIds) {
        return jdbc.sql(
                        """
                        select member_id as audience, order_id as key, version, document as json
                        from order_view where order_id = any (:orders)
                        """)
                .param("orders", orderIds.toArray(String[]::new))
                .query(Document.class)
                .list();
    }
}
