package dev.qingdan.infra.traffic.buyers;

import java.util.random.RandomGenerator;

/** What a buyer does once the order stands; the shares are per cent. */
enum Habit {
    PAYS(54),
    /** Pays, but WeChat's notification is lost: the phone asks the shop to look. */
    PAYS_UNNOTICED(8),
    /** Sends every order twice, as after a time-out, and then pays. */
    IMPATIENT(12),
    /** Pays, and then wants the price of a piece back. */
    ASKS_BACK(6),
    CANCELS(8),
    CANCELS_AFTER_PAYING(5),
    FORGETS(7);

    private final int share;

    Habit(int share) {
        this.share = share;
    }

    static Habit any(RandomGenerator random) {
        var dice = random.nextInt(100);
        for (var habit : values()) {
            dice -= habit.share;
            if (dice < 0) {
                return habit;
            }
        }
        return PAYS;
    }
}
