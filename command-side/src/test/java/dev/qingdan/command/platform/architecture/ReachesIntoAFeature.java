package dev.qingdan.command.platform.architecture;

import dev.qingdan.command.catalogue.Catalogue;

/** Breaks its rule on purpose: the platform knows no feature. */
public record ReachesIntoAFeature(Catalogue catalogue) {}
