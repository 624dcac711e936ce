package dev.qingdan.command;

import dev.qingdan.infra.stack.TestPostgres;
import dev.qingdan.infra.wechat.WeChatSimulator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives an application under test a database of its own, the test run's keys and its WeChat. */
public class RealParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** One WeChat for the whole test run; tests keep apart by their openids and orders. */
    public static final WeChatSimulator WECHAT = WeChatSimulator.start(0);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(properties()).applyTo(context);
    }

    /** Properties of an application with a fresh database. */
    public static Map<String, String> properties() {
        var database = TestPostgres.freshDatabase("command");
        var properties = new HashMap<>(WECHAT.credentials().applicationProperties());
        properties.put("qingdan.wechat.api-url", WECHAT.baseUrl());
        properties.put("qingdan.wechat.pay-url", WECHAT.baseUrl());
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put("qingdan.privacy.master-key", TestKeys.SECRET);
        properties.put("qingdan.privacy.index-key", TestKeys.SECRET);
        properties.put("qingdan.tokens.member.private-key", TestKeys.MEMBER.privatePem());
        properties.put("qingdan.tokens.member.public-key", TestKeys.MEMBER.publicPem());
        properties.put("qingdan.tokens.staff.public-key", TestKeys.STAFF.publicPem());
        return properties;
    }
}
