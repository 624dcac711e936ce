/** What an analyst may start from: none of it knows our code, all of it knows the contract. */
@NullMarked
package dev.qingdan.infra.analytics;

import org.jspecify.annotations.NullMarked;
