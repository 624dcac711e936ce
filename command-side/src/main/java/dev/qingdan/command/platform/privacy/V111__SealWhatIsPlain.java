package dev.qingdan.command.platform.privacy;

import java.util.Optional;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Seals the openids and texts of the time before they were sealed. */
@Component
@SuppressWarnings("checkstyle:TypeName") // Flyway reads the version off the name.
class V111__SealWhatIsPlain extends BaseJavaMigration {

    private final MasterKeys masterKeys;
    private final BlindIndex index;

    V111__SealWhatIsPlain(MasterKeys masterKeys, BlindIndex index) {
        this.masterKeys = masterKeys;
        this.index = index;
    }

    @Override
    public void migrate(Context context) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        var personal = new PersonalData(new MemberKeys(jdbc, masterKeys));
        sealOpenids(jdbc, personal);
        sealTexts(
                jdbc, personal, new Texts("order_text", "order_id", "note", "cancellation_reason"));
        sealTexts(
                jdbc,
                personal,
                new Texts("refund_request", "refund_id", "reason", "rejection_reason"));
    }

    private record Identity(String memberId, String openid) {}

    private void sealOpenids(JdbcClient jdbc, PersonalData personal) {
        jdbc.sql("select member_id, openid from member_identity where openid is not null")
                .query(Identity.class)
                .list()
                .forEach(identity -> seal(jdbc, personal, identity));
    }

    private void seal(JdbcClient jdbc, PersonalData personal, Identity identity) {
        personal.begin(identity.memberId());
        jdbc.sql(
                        """
                        update member_identity set openid_index = :index, openid_sealed = :sealed
                        where member_id = :member
                        """)
                .param("index", index.of(identity.openid()))
                .param(
                        "sealed",
                        personal.seal(identity.memberId(), "openid", identity.openid())
                                .orElse(null))
                .param("member", identity.memberId())
                .update();
    }

    /** A table with two texts in each row, which belong to the member whose order it is. */
    private record Texts(String table, String key, String first, String second) {

        String read() {
            return """
            select t.%2$s as key, t.%3$s as first, t.%4$s as second,
                convert_from(e.payload, 'UTF8')::json ->> 'memberId' as member_id
            from %1$s t join event e on e.aggregate_type = 'order'
                and e.aggregate_id = t.order_id and e.sequence = 0
            """
                    .formatted(table, key, first, second);
        }

        String write() {
            return """
            update %1$s set member_id = :member, %3$s_sealed = :first, %4$s_sealed = :second
            where %2$s = :key
            """
                    .formatted(table, key, first, second);
        }
    }

    private record Plain(
            String key, @Nullable String first, @Nullable String second, String memberId) {}

    private static void sealTexts(JdbcClient jdbc, PersonalData personal, Texts texts) {
        jdbc.sql(texts.read())
                .query(Plain.class)
                .list()
                .forEach(plain ->
                        jdbc.sql(texts.write())
                                .param("member", plain.memberId())
                                .param(
                                        "first",
                                        sealed(personal, plain, texts.first(), plain.first()))
                                .param(
                                        "second",
                                        sealed(personal, plain, texts.second(), plain.second()))
                                .param("key", plain.key())
                                .update());
    }

    private static byte @Nullable [] sealed(
            PersonalData personal, Plain plain, String field, @Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(some -> personal.seal(plain.memberId(), field, some))
                .orElse(null);
    }
}
