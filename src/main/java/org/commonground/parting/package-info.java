/**
 * The room in which a partner parts, however it came to that: what nobody has taken the remaining partners take or release, and it leaves.
 * Nobody stays in for want of a taker.
 */
package org.commonground.parting;
