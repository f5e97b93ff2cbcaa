/**
 * Who may see and do what: groups and what they are granted, ready filters, accounts and how people get into them, the
 * door before the staff's REST interface.
 */
package org.commonground.access;
