package dev.qingdan.command.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller's method for what members do all day: a request for it that is entirely regular
 * takes the {@link FastPath}. The method may take its {@link CommandRequest}, the body as a form,
 * and one variable of its path.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Frequent {}
