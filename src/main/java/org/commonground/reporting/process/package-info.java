/** What the boxes of the reporting diagram do: each one line into the room. */
package org.commonground.reporting.process;
