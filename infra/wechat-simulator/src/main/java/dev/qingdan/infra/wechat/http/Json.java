package dev.qingdan.infra.wechat.http;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.json.JsonMapper;

/** WeChat writes snake_case; the control API, like the rest of Qingdan, camelCase. */
public final class Json {

    public static final JsonMapper WECHAT = mapper(PropertyNamingStrategies.SNAKE_CASE);
    public static final JsonMapper CONTROL = mapper(PropertyNamingStrategies.LOWER_CAMEL_CASE);

    private Json() {}

    private static JsonMapper mapper(PropertyNamingStrategy naming) {
        return JsonMapper.builder()
                .propertyNamingStrategy(naming)
                .changeDefaultPropertyInclusion(it -> it.withValueInclusion(Include.NON_NULL))
                .build();
    }
}
