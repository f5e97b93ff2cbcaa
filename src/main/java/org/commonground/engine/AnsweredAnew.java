package org.commonground.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link Step} that an organisation may answer once more while its round is open: the last answer counts. What binds at once, such as a
 * signature, a vote or a rating, is never one.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnsweredAnew {

    /** A question that has to be answered with yes as long as it may, where that ends before the round does. */
    String value() default "";
}
