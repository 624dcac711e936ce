package dev.qingdan.command.order;

/**
 * Counts in a secret order: the first ten thousand numbers have four digits, the next hundred
 * thousand five, and so on; within those of as many digits each comes once, as if drawn by lot. A
 * Feistel network over as many bits as the digits need, walked on until it meets a number of them
 * (cycle walking: Black and Rogaway, Ciphers with Arbitrary Finite Domains, 2002). It hides how
 * many came before from people, not from somebody who has the numbers of the whole day.
 *
 * <p>Of more than four digits, ten thousand numbers in a row share all but their last four, and
 * which they share is drawn by lot as well. So an index over numbers grows in one place at a time,
 * not all over: on a day with a million orders its pages would not stay in memory.
 */
final class Shuffle {

    private static final int FEWEST_DIGITS = 4;

    /** As many as there are numbers of the fewest digits. */
    private static final int BLOCK = 10_000;

    private static final int ROUNDS = 6;

    private Shuffle() {}

    /**
     * @param index from 0
     */
    static String digits(long index, long secret) {
        int digits = FEWEST_DIGITS;
        long size = BLOCK;
        long begin = 0;
        while (index - begin >= size) {
            begin += size;
            size *= 10;
            digits++;
        }
        long block = (index - begin) / BLOCK;
        long number =
                shuffled(block, size / BLOCK, secret - digits) * BLOCK
                        + shuffled((index - begin) % BLOCK, BLOCK, secret + digits + (block << 8));
        // With its leading zeros
        return Long.toString(size + number).substring(1);
    }

    private static long shuffled(long index, long size, long key) {
        int half = (Long.SIZE - Long.numberOfLeadingZeros(size - 1) + 1) / 2;
        long number = index;
        do {
            number = network(number, half, key);
        } while (number >= size);
        return number;
    }

    private static long network(long number, int half, long key) {
        long mask = (1L << half) - 1;
        long left = number >>> half;
        long right = number & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (mix(key + round * 0x9E3779B97F4A7C15L ^ right) & mask);
            left = right;
            right = next;
        }
        return left << half | right;
    }

    /** Each bit of the result depends on all bits: the finalizer of SplitMix64. */
    private static long mix(long bits) {
        long z = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
