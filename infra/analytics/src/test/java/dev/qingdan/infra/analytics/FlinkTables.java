package dev.qingdan.infra.analytics;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Flink SQL from the AsyncAPI document: a table for each topic with every field that any of its
 * events has, and a view for each type of event with the fields that it has.
 */
record FlinkTables(JsonNode asyncApi) {

    private static final String HEAD =
            """
            -- Generated from infra/docs/asyncapi.json: run FlinkTablesTest with -Dflink=write after a change.
            -- For Flink's SQL client with its Kafka connector. Set the broker in 'properties.bootstrap.servers'.
            """;

    private static final String TABLE =
            """

            CREATE TABLE %s (
              `key` STRING,
            %s,
              `headers` MAP<STRING, BYTES> METADATA VIRTUAL,
              `ce_time` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL,
              WATERMARK FOR `ce_time` AS `ce_time` - INTERVAL '5' SECOND
            ) WITH (
              'connector' = 'kafka',
              'topic' = '%s',
              'properties.bootstrap.servers' = '127.0.0.1:9092',
              'properties.isolation.level' = 'read_committed',
              'scan.startup.mode' = 'earliest-offset',
              'key.format' = 'raw',
              'key.fields' = 'key',
              'value.format' = 'json',
              'value.fields-include' = 'EXCEPT_KEY'
            );
            """;

    private static final String VIEW =
            """

            CREATE VIEW %s AS SELECT `ce_time`, %s
            FROM %s WHERE CAST(`headers`['ce_type'] AS STRING) = '%s';
            """;

    String sql() {
        var sql = new StringBuilder(HEAD);
        for (var channel : asyncApi.path("channels").properties()) {
            var table = channel.getKey() + "_events";
            var types = types(channel.getValue());
            var columns = new LinkedHashMap<String, String>();
            types.forEach(type -> columns.putAll(columns(type)));
            sql.append(
                    TABLE.formatted(
                            table,
                            columns.entrySet().stream()
                                    .map(it -> "  `%s` %s".formatted(it.getKey(), it.getValue()))
                                    .collect(joining(",\n")),
                            channel.getValue().path("address").asString()));
            types.forEach(type -> sql.append(view(type, table)));
        }
        return sql.toString();
    }

    private static List<String> types(JsonNode channel) {
        var types = new ArrayList<String>();
        for (var message : channel.path("messages")) {
            var reference = message.path("$ref").asString();
            types.add(reference.substring(reference.lastIndexOf('/') + 1));
        }
        return types;
    }

    private String view(String type, String table) {
        var fields = columns(type).keySet().stream().map("`%s`"::formatted).collect(joining(", "));
        var simple = type.substring(type.lastIndexOf('.') + 1);
        var name = simple.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return VIEW.formatted(name, fields, table, type);
    }

    private Map<String, String> columns(String type) {
        return columns(asyncApi.path("components").path("schemas").path(type));
    }

    private static Map<String, String> columns(JsonNode schema) {
        var columns = new LinkedHashMap<String, String>();
        schema.path("properties")
                .properties()
                .forEach(field -> columns.put(field.getKey(), type(field.getValue())));
        return columns;
    }

    private static String type(JsonNode field) {
        return switch (field.path("type").asString()) {
            case "integer" -> "BIGINT";
            case "boolean" -> "BOOLEAN";
            case "object" -> row(field);
            case "array" -> "ARRAY<" + type(field.path("items")) + ">";
            default -> "STRING";
        };
    }

    private static String row(JsonNode object) {
        return columns(object).entrySet().stream()
                .map(it -> "`%s` %s".formatted(it.getKey(), it.getValue()))
                .collect(joining(", ", "ROW<", ">"));
    }
}
