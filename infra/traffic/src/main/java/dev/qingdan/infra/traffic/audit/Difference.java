package dev.qingdan.infra.traffic.audit;

/** Two records that should agree and do not. */
public record Difference(String about, String what) {

    @Override
    public String toString() {
        return about + ": " + what;
    }
}
