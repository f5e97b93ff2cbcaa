/**
 * The room in which what was agreed is changed: one partner proposes, those whom it concerns negotiate and sign, all others read it first
 * and may say that it concerns them, too. What is sealed then is the whole text anew, and what runs follows it.
 */
package org.commonground.amendment;
