/**
 * The room of the work itself, while the agreement is in force: all partners are oriented, a secretariat supports them where it
 * is needed, each seat commits what it brings, implementers plan and report period by period, and money that is late is noticed.
 * Every stage asks the tables first what is still to be done, so the work can begin again after a suspension.
 */
package org.commonground.delivery;
