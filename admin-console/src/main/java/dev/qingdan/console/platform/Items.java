package dev.qingdan.console.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list, and where the next one starts. */
public record Items<T>(List<T> items, @Nullable String next) {}
