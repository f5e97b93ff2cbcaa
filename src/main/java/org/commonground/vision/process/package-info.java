/** What the vision's boxes do: each one line into the room. */
package org.commonground.vision.process;
