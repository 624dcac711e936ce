@NullMarked
package dev.qingdan.infra.analytics;

import org.jspecify.annotations.NullMarked;
