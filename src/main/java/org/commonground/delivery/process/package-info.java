/** What the boxes of the delivery diagram do: each one line into the room. */
package org.commonground.delivery.process;
