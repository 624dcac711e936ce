package dev.qingdan.query.platform.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Decides how the events of one consumer thread are written: each poll for itself where somebody
 * may be waiting for them; many polls together while so much is left to be read that nobody is.
 */
final class GenerationWriter implements PartitionListener.Sink {

    private final BatchWriter single;
    private final BulkWriter bulk;
    private final AtomicBoolean live;
    private final long bulkBehind;
    private final long swapLag;
    private final Throttle throttle;
    private final Runnable caughtUp;
    private final Timer batches;
    private final Counter events;
    private boolean catchingUp;

    GenerationWriter(
            BatchWriter single,
            BulkWriter bulk,
            AtomicBoolean live,
            long bulkBehind,
            long swapLag,
            Throttle throttle,
            Runnable caughtUp,
            Timer batches,
            Counter events) {
        this.single = single;
        this.bulk = bulk;
        this.live = live;
        this.bulkBehind = bulkBehind;
        this.swapLag = swapLag;
        this.throttle = throttle;
        this.caughtUp = caughtUp;
        this.batches = batches;
        this.events = events;
    }

    @Override
    public void write(Batch batch, long behind) {
        if (behind > (live.get() ? bulkBehind : swapLag) && bulk.takes(batch)) {
            catchingUp = true;
            throttle.work(() -> take(batch));
        } else {
            flush();
            bulk.discard();
            batches.record(() -> single.write(batch, !live.get()));
            events.increment(batch.events().size());
            if (catchingUp && behind == 0) {
                catchingUp = false;
                caughtUp.run();
            }
        }
    }

    private void take(Batch batch) {
        bulk.take(batch);
        if (bulk.isFull()) {
            flush();
        }
    }

    @Override
    public void flush() {
        if (!bulk.isEmpty()) {
            var taken = bulk.events();
            batches.record(() -> bulk.flush(!live.get()));
            events.increment(taken);
        }
    }

    @Override
    public void discard() {
        bulk.discard();
    }
}
