/** The room in which each seat says what it brings of what was agreed, and beyond it; and what becomes of these promises. */
package org.commonground.commitment;
