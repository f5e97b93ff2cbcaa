/**
 * The room of matters: what any partner raises at any time while a partnership is in force, such as an early review or a
 * suspension, and what became of it. It stands right after the agreement, since every later room may be concerned with a matter.
 */
package org.commonground.matter;
