package dev.reclaim.http.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes a form of one of our own pages and checks its token itself, see {@link Csrf#check}.
 * Whatever else changes something takes no session without the token in a header, see {@link
 * SessionsBringTokens}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FormWithToken {}
