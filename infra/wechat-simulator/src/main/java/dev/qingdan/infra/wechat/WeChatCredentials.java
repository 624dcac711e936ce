package dev.qingdan.infra.wechat;

import static java.util.Objects.requireNonNull;

import dev.qingdan.infra.wechat.pay.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;

/**
 * All that a merchant has agreed with WeChat, and the one secret that is WeChat's alone: the
 * platform's private key. They are kept in one properties file under the names that command-side
 * reads.
 */
public record WeChatCredentials(
        String appId,
        String secret,
        String mchId,
        String merchantPrivateKeyPem,
        String merchantSerial,
        String platformPublicKeyPem,
        String platformPublicKeyId,
        String apiV3Key,
        String platformPrivateKeyPem) {

    public static final String FILE = "wechat.properties";

    private static final String PLATFORM_PRIVATE_KEY = "simulator.platform-private-key";

    public static WeChatCredentials generate() {
        var merchant = Pem.newKeyPair();
        var platform = Pem.newKeyPair();
        return new WeChatCredentials(
                "wx" + random(16),
                random(32),
                "1900000109",
                Pem.write(merchant.getPrivate()),
                random(32).concat("00000000"),
                Pem.write(platform.getPublic()),
                "PUB_KEY_ID_0119000001092024" + random(18),
                random(32),
                Pem.write(platform.getPrivate()));
    }

    /** Reads the folder's file, or writes a new one that only its owner may read. */
    public static WeChatCredentials loadOrCreate(Path folder) {
        var file = folder.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            var generated = generate();
            generated.write(file);
            return generated;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep WeChat's credentials in " + file, e);
        }
    }

    /** What command-side must be told, by its property names. */
    public Map<String, String> applicationProperties() {
        return Map.of(
                "qingdan.wechat.app-id", appId,
                "qingdan.wechat.app-secret", secret,
                "qingdan.wechat.merchant-id", mchId,
                "qingdan.wechat.merchant-private-key", merchantPrivateKeyPem,
                "qingdan.wechat.merchant-serial", merchantSerial,
                "qingdan.wechat.platform-public-key", platformPublicKeyPem,
                "qingdan.wechat.platform-public-key-id", platformPublicKeyId,
                "qingdan.wechat.api-v3-key", apiV3Key);
    }

    /** The same shop, as somebody would pretend to be it who has not got its private key. */
    WeChatCredentials signingWith(WeChatCredentials stranger) {
        return new WeChatCredentials(
                appId,
                secret,
                mchId,
                stranger.merchantPrivateKeyPem,
                merchantSerial,
                platformPublicKeyPem,
                platformPublicKeyId,
                apiV3Key,
                platformPrivateKeyPem);
    }

    private void write(Path file) throws IOException {
        var all = new TreeMap<>(applicationProperties());
        all.put(PLATFORM_PRIVATE_KEY, platformPrivateKeyPem);
        var text = new Properties();
        text.putAll(all);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var unfinished = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, OwnerOnly.attributes(unfinished));
        try (var writer = Files.newBufferedWriter(unfinished)) {
            text.store(writer, "Made for this machine's WeChat simulator; worth nothing elsewhere");
        }
        Files.move(unfinished, file);
    }

    private static WeChatCredentials read(Path file) throws IOException {
        var text = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            text.load(reader);
        }
        return new WeChatCredentials(
                required(text, "qingdan.wechat.app-id"),
                required(text, "qingdan.wechat.app-secret"),
                required(text, "qingdan.wechat.merchant-id"),
                required(text, "qingdan.wechat.merchant-private-key"),
                required(text, "qingdan.wechat.merchant-serial"),
                required(text, "qingdan.wechat.platform-public-key"),
                required(text, "qingdan.wechat.platform-public-key-id"),
                required(text, "qingdan.wechat.api-v3-key"),
                required(text, PLATFORM_PRIVATE_KEY));
    }

    private static String required(Properties text, String name) {
        return requireNonNull(text.getProperty(name), name + " is missing");
    }

    private static String random(int length) {
        return (UUID.randomUUID().toString() + UUID.randomUUID())
                .replace("-", "")
                .substring(0, length);
    }
}
