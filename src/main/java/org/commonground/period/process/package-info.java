/** What the boxes of the period diagram do: each one line into the room. */
package org.commonground.period.process;
