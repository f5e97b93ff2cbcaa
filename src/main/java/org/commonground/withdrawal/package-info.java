/**
 * The room in which a partner leaves: it gives notice, passes on what it holds to whoever takes it, and what nobody has taken when its day
 * comes the remaining partners take or release. Nobody stays in for want of a taker.
 */
package org.commonground.withdrawal;
