package dev.qingdan.command.platform.http;

/** How events and idempotency keys name who asked. */
public final class Actors {

    /** Who asks without a token. */
    public static final String NOBODY = "nobody";

    private static final String MEMBER = "member:";
    private static final String STAFF = "staff:";

    private Actors() {}

    public static String member(String memberId) {
        return MEMBER + memberId;
    }

    public static String staff(String username) {
        return STAFF + username;
    }

    static boolean isMember(String actor) {
        return actor.startsWith(MEMBER);
    }

    static String memberId(String actor) {
        if (!isMember(actor)) {
            throw new IllegalStateException("Not a member: " + actor);
        }
        return actor.substring(MEMBER.length());
    }
}
