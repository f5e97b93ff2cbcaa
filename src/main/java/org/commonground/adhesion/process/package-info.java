/** What the boxes of an adhesion do: each one line into the room. */
package org.commonground.adhesion.process;
