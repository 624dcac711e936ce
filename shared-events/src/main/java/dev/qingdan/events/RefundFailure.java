package dev.qingdan.events;

/** Why money did not go back, and what has to be done by hand follows from the stage. */
public record RefundFailure(Stage stage, String code) {

    /** How far WeChat had gone with it. */
    public enum Stage {
        REFUSED,
        CLOSED,
        ABNORMAL
    }

    /** WeChat's two words for a refund that came to nothing; any other is the code of a refusal. */
    public static RefundFailure of(String code) {
        return switch (code) {
            case "CLOSED" -> new RefundFailure(Stage.CLOSED, code);
            case "ABNORMAL" -> new RefundFailure(Stage.ABNORMAL, code);
            default -> new RefundFailure(Stage.REFUSED, code);
        };
    }
}
