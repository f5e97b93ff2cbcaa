/** What the selection's boxes do: each one line into the room. */
package org.commonground.selection.process;
