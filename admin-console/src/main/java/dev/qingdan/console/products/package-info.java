/** Products, their prices and their stock. */
@NullMarked
package dev.qingdan.console.products;

import org.jspecify.annotations.NullMarked;
