package dev.qingdan.query.shop;

import dev.qingdan.query.platform.engine.BrokenPlatform;
import dev.qingdan.query.product.BrokenOtherFeature;
import dev.qingdan.query.testing.Samples;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Breaks rules, to show that they notice: knows the engine and another feature, and does I/O. */
public class BrokenFeature extends Samples {

    @Nullable Connection connection;
    @Nullable BrokenPlatform engine;
    @Nullable BrokenOtherFeature other;
}
