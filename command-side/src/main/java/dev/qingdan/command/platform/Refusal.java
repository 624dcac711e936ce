package dev.qingdan.command.platform;

/**
 * A business "no", as a value. It becomes problem+json; a refusal that is a record gives its
 * components to the problem as members, such as {@code sku}, {@code asked} and {@code available}.
 */
public interface Refusal {

    /** Stable and documented, such as {@code stock.out-of-stock}: clients branch on it. */
    String code();

    Kind kind();

    /** One sentence for the developer who reads the answer; it may change. */
    String detail();

    /** What sort of "no" it is; HTTP's status follows from it. */
    enum Kind {
        /** The request contradicts itself or asks for what can never be. */
        INVALID,
        /** The request cannot be read at all. */
        MALFORMED,
        /** We do not know who asks. */
        UNAUTHENTICATED,
        /** We know who asks, and they may not. */
        FORBIDDEN,
        /** There is no such thing, or it is somebody else's. */
        NOT_FOUND,
        /** It cannot be done as things stand now. */
        CONFLICT,
        /** More than we take. */
        TOO_LARGE,
        /** It may well be done a little later. */
        UNAVAILABLE
    }
}
