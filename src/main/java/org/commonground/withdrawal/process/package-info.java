/** What the boxes of a withdrawal do: each one line into the room. */
package org.commonground.withdrawal.process;
