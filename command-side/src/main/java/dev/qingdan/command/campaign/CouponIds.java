package dev.qingdan.command.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qingdan.command.platform.Sha256;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The id of the one coupon that a member can take of a campaign, so that asking twice, even at two
 * instances at once, meets the same coupon.
 */
final class CouponIds {

    private static final long MOMENT = 0xFFFF_FFFF_FFFF_0000L;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private CouponIds() {}

    /** A UUIDv7: the campaign's moment, then a hash of both where others have random bits. */
    static String of(String campaignId, String memberId) {
        var hash = ByteBuffer.wrap(Sha256.of((campaignId + "/" + memberId).getBytes(UTF_8)));
        long moment = UUID.fromString(campaignId).getMostSignificantBits() & MOMENT;
        long high = moment | VERSION_7 | hash.getLong() & 0x0FFF;
        long low = VARIANT | hash.getLong() >>> 2;
        return new UUID(high, low).toString();
    }
}
