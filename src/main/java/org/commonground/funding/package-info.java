/** The room of the money that was promised: its receivers say whether it came, and those concerned hear when it is late. */
package org.commonground.funding;
