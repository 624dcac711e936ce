/** What tests of the query side are made with: events, tokens, and instances on real parts. */
@NullMarked
package dev.qingdan.query.testing;

import org.jspecify.annotations.NullMarked;
