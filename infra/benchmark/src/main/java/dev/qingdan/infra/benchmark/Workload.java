package dev.qingdan.infra.benchmark;

/** One sub-command. */
public interface Workload {

    String name();

    /** Its options, a line each. */
    String usage();

    void run(Options options) throws InterruptedException;
}
