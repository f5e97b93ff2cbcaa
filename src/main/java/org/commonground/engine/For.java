package org.commonground.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whom the box of a {@link Step} is for. Nobody else sees its form or gives its answer, whatever the diagram says that runs: that may
 * have been drawn by somebody who would like to answer himself.
 * <p>
 * It is the same question as in the shipped diagram, such as {@code ${organisations.group(party)}}; a law compares the two.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface For {

    /** Groups whose people may answer, or expressions that ask for them. */
    String[] value() default {};

    /** The one person who may answer, where it is for no group. */
    String person() default "";
}
