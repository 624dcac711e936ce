/** Where the CPU time of a process goes, layer by layer. */
@NullMarked
package dev.qingdan.infra.benchmark.profile;

import org.jspecify.annotations.NullMarked;
