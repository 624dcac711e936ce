package dev.qingdan.query.sales;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides an amount by weights without losing a fen (the method of the largest remainder): each
 * part gets its share rounded down, and the fen that are left over go one each to the parts that
 * rounding took most from, the earlier of two equal ones first.
 */
final class Shares {

    private Shares() {}

    static List<Long> of(long amount, List<Long> weights) {
        var whole =
                weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (whole.signum() == 0) {
            return of(amount, weights.stream().map(_ -> 1L).toList());
        }
        var shares = new ArrayList<Long>();
        var remainders = new ArrayList<BigInteger>();
        for (long weight : weights) {
            var share =
                    BigInteger.valueOf(amount)
                            .multiply(BigInteger.valueOf(weight))
                            .divideAndRemainder(whole);
            shares.add(share[0].longValueExact());
            remainders.add(share[1]);
        }
        var left = amount - shares.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(part -> shares.set(part, shares.get(part) + 1));
        return List.copyOf(shares);
    }
}
