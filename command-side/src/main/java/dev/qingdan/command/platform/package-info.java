/**
 * What every feature stands on; it knows none of them.
 *
 * <p>A feature decides with {@link dev.qingdan.command.platform.Decision}, runs in a {@link
 * dev.qingdan.command.platform.UnitsOfWork unit of work}, and answers over HTTP through {@link
 * dev.qingdan.command.platform.http.Commands}.
 */
@NullMarked
package dev.qingdan.command.platform;

import org.jspecify.annotations.NullMarked;
