/**
 * The room in which partners release one of them, because it does not answer any more or for a reason that they write down: it is asked by
 * letter, the others decide without its voice, and it parts. Nobody is trapped with a partner that is gone.
 */
package org.commonground.release;
