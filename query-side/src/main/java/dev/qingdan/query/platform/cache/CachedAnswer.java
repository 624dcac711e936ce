package dev.qingdan.query.platform.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.util.DigestUtils;

/** A member's document as it goes over the wire, with the tag that it has on every instance. */
public final class CachedAnswer {

    /** What an answer takes beside its body: key, tag, member, and the map's entry. */
    private static final int BESIDE = 400;

    private final String member;
    private final long version;
    private final byte[] body;
    private final String tag;

    /**
     * @param member to whom alone it is told
     * @param version rises with each change of the document
     */
    public CachedAnswer(String member, long version, String document) {
        this.member = member;
        this.version = version;
        this.body = document.getBytes(UTF_8);
        this.tag = "\"0" + DigestUtils.md5DigestAsHex(body) + '"';
    }

    public boolean isFor(String asking) {
        return member.equals(asking);
    }

    boolean isOlderThan(CachedAnswer other) {
        return version < other.version;
    }

    public String document() {
        return new String(body, UTF_8);
    }

    byte[] body() {
        return body;
    }

    /** The one that {@code ShallowEtagHeaderFilter} would give it. */
    String tag() {
        return tag;
    }

    long bytes() {
        return BESIDE + body.length;
    }
}
