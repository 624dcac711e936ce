package dev.qingdan.query.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qingdan.query.platform.projection.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The schemas of generations, and the views in {@code public} that show readers the live one. Names
 * come from projections, never from a request.
 */
@Component
class Schemas {

    private static final Logger LOG = LoggerFactory.getLogger(Schemas.class);

    private final JdbcTemplate jdbc;
    private final Indexes indexes;

    Schemas(JdbcTemplate jdbc, Indexes indexes) {
        this.jdbc = jdbc;
        this.indexes = indexes;
    }

    void create(String generation, Projection projection) {
        jdbc.execute("create schema " + generation);
        jdbc.execute("set local search_path to " + generation);
        jdbc.execute(script(projection));
        jdbc.execute("set local search_path to public");
        indexes.defer(generation);
    }

    /**
     * Points the readers' views at this generation; in one transaction no reader sees a mixture. An
     * empty generation gets its indexes only now, a rebuilt one has them already.
     */
    void expose(String generation) {
        while (indexes.buildNext(generation)) {
            LOG.debug("{} has one index more", generation);
        }
        for (String relation : relations(generation)) {
            jdbc.execute("drop view if exists public." + relation);
            jdbc.execute(
                    "create view public.%1$s as select * from %2$s.%1$s"
                            .formatted(relation, generation));
        }
    }

    void drop(String generation) {
        indexes.forget(generation);
        jdbc.execute("drop schema if exists " + generation + " cascade");
    }

    private List<String> relations(String generation) {
        return jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = ?",
                String.class,
                generation);
    }

    private static String script(Projection projection) {
        var resource = new ClassPathResource("projections/" + projection.name() + ".sql");
        try {
            return resource.getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("No SQL creates the tables of " + projection.name(), e);
        }
    }
}
