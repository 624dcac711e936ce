package dev.qingdan.query.platform.engine;

import dev.qingdan.query.shop.BrokenFeature;
import org.jspecify.annotations.Nullable;

/** Breaks a rule, to show that it notices: the platform knows a feature. */
public class BrokenPlatform {

    @Nullable BrokenFeature feature;
}
