/** The pages of people, and what Tasklist asks of the house for them. */
package org.commonground.home.web;
