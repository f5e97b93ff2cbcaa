/** What the boxes of talks do: each one line into the room. */
package org.commonground.talks.process;
