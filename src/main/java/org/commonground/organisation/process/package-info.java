/** The room of organisations as its diagram sees it: one class for each step, one machine. */
package org.commonground.organisation.process;
