package org.commonground.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A date that timers wait for and that what the partners agree can move: {@link CaseTimers} asks it again while they wait. It follows
 * from tables alone. A date that is counted from the moment somebody was asked does not have this: asked again, it would run away.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayMove {
}
