/** Commands over HTTP: repeated safely, answered exactly, refused as problem+json. */
@NullMarked
package dev.qingdan.command.platform.http;

import org.jspecify.annotations.NullMarked;
