/** The room of organisations as its diagram sees it: sheets, answers, one delegate. */
package org.commonground.organisation.process;
