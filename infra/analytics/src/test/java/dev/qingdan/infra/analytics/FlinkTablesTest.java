package dev.qingdan.infra.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FlinkTablesTest {

    private static final Path COMMITTED = Path.of("flink/tables.sql");
    private static final Path ASYNC_API = Path.of("../docs/asyncapi.json");

    @Test
    void the_tables_are_those_of_todays_events() throws IOException {
        var sql = new FlinkTables(JsonMapper.shared().readTree(ASYNC_API)).sql();
        if ("write".equals(System.getProperty("flink"))) {
            Files.writeString(COMMITTED, sql);
        }

        assertThat(Files.readString(COMMITTED))
                .as("%s is generated: run this test with -Dflink=write and commit it", COMMITTED)
                .isEqualTo(sql)
                .contains("CREATE VIEW order_placed", "`lines` ARRAY<ROW<");
    }
}
