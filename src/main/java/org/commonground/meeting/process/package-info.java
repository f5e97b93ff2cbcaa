/** What the boxes of the meeting diagram do: each one line into the room. */
package org.commonground.meeting.process;
