/**
 * The room where partners look at their partnership, and not only at its work: each says how they work together and what it does
 * to itself, they talk about where they differ, and decide how to go on. Dates count from the sealing of the agreement. Ratings
 * are given without a name, and nothing that is kept tells whose they are.
 */
package org.commonground.review;
