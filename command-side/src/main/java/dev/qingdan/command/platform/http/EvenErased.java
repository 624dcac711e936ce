package dev.qingdan.command.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the request of a command that an erased member may still send, as the answer to a first one
 * may have been lost; every other request of theirs is refused.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface EvenErased {}
