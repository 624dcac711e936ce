package dev.qingdan.infra.stack.launch;

import java.util.Iterator;
import java.util.List;

/** What was asked for on the command line. */
record Options(boolean fresh, boolean check, boolean caches, int ordersPerSecond) {

    private static final int MOST_ORDERS_PER_SECOND = 1000;
    private static final String SEE_HELP = " See ./run --help.";

    static Options parse(List<String> words) {
        var fresh = false;
        var check = false;
        var caches = false;
        var traffic = 0;
        for (var word = words.iterator(); word.hasNext(); ) {
            var option = word.next();
            switch (option) {
                case "--fresh" -> fresh = true;
                case "--check" -> check = true;
                case "--caches" -> caches = true;
                case "--traffic" -> traffic = rate(word);
                default -> throw new Problem("There is no option " + option + "." + SEE_HELP);
            }
        }
        if (check && (fresh || traffic > 0)) {
            throw new Problem("--check looks at a stack that runs already: give it alone.");
        }
        if (caches && (check || fresh || traffic > 0)) {
            throw new Problem("--caches starts nothing to work with: give it alone.");
        }
        return new Options(fresh, check, caches, traffic);
    }

    private static int rate(Iterator<String> words) {
        var text = words.hasNext() ? words.next() : "";
        if (text.matches("[0-9]{1,4}")) {
            var rate = Integer.parseInt(text);
            if (rate >= 1 && rate <= MOST_ORDERS_PER_SECOND) {
                return rate;
            }
        }
        throw new Problem(
                "--traffic takes the number of orders a second, 1 to %d.%s"
                        .formatted(MOST_ORDERS_PER_SECOND, SEE_HELP));
    }
}
