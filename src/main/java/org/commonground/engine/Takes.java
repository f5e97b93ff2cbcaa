package org.commonground.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which boxes a {@link Step} belongs to, where its name does not say it: the key of its decision, or the ids of several forms that
 * differ in a word only. Without it a step takes the form that is named like its class: {@code SignAgreement} takes
 * {@code sign-agreement}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Takes {

    String[] value();
}
