package dev.qingdan.command.contract;

import dev.qingdan.command.platform.CommandRefused;
import dev.qingdan.events.EventSchemas;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The JSON Schemas of the events, at the addresses that every record's ce_dataschema carries. */
@RestController
class SchemaApi {

    private static final MediaType JSON_SCHEMA = MediaType.valueOf("application/schema+json");

    /** A schema only ever gains optional fields, so that an hour's delay harms nobody. */
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    @GetMapping(EventSchemas.PATH + "/{type}.json")
    ResponseEntity<byte[]> schema(@PathVariable String type) {
        var schema =
                EventSchemas.find(type)
                        .orElseThrow(() -> new CommandRefused(new UnknownSchema(type)));
        return ResponseEntity.ok()
                .contentType(JSON_SCHEMA)
                .cacheControl(AN_HOUR)
                .eTag(DigestUtils.md5DigestAsHex(schema))
                .body(schema);
    }
}
