/** What the boxes of the work diagram do: each one line into the room. */
package org.commonground.work.process;
