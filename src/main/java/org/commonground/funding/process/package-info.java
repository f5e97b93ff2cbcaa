/** What the boxes of the funding diagram do: each one line into the room. */
package org.commonground.funding.process;
