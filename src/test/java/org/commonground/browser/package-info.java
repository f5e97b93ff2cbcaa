/** The application in a real browser: the steps of people, done in Tasklist by the people they are for. */
package org.commonground.browser;
