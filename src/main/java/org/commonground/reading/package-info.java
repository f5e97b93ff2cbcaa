/**
 * The room where reports are read: whoever funds the work or leads it may send each report back once, with a question, and all read the
 * answer.
 */
package org.commonground.reading;
