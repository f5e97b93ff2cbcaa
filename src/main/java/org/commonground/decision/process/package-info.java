/** What the boxes of a decision do: each one line into the room. */
package org.commonground.decision.process;
