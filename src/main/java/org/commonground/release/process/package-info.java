/** What the boxes of a release do: each one line into the room. */
package org.commonground.release.process;
