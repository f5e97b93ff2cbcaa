/**
 * The room in which a partner leaves: it gives notice and passes on what it holds to whoever takes it. What nobody has taken when its day
 * comes is settled in the room of parting.
 */
package org.commonground.withdrawal;
