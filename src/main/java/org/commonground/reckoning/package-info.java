/** The room of reckoning: once the work has ended, each member says what it kept of what was promised, and what it learned. */
package org.commonground.reckoning;
