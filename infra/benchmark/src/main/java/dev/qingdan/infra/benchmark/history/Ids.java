package dev.qingdan.infra.benchmark.history;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;

/** UUIDv7 and trace contexts, with the seed's randomness instead of the machine's. */
final class Ids {

    private static final HexFormat HEX = HexFormat.of();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Random random;

    Ids(Random random) {
        this.random = random;
    }

    String uuid(Instant at) {
        var high = at.toEpochMilli() << 16 | VERSION_7 | random.nextInt(0x1000);
        var low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }

    String traceparent() {
        return "00-" + hex() + hex() + "-" + hex() + "-01";
    }

    private String hex() {
        return HEX.toHexDigits(random.nextLong() | 1);
    }
}
