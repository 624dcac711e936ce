package dev.qingdan.command.payment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of notifications that were taken. */
@Repository
class NotificationInbox {

    private final JdbcClient jdbc;

    NotificationInbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this is the first time; of two at once the second waits for the first to commit. */
    boolean take(String id) {
        return jdbc.sql("insert into wechat_notification (id) values (:id) on conflict do nothing")
                        .param("id", id)
                        .update()
                == 1;
    }
}
