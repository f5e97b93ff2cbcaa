/**
 * What people are told, and when: the outbox and its mails, deadlines, reminders. Listens to the facts of all rooms; no room
 * waits for a mail.
 */
package org.commonground.notice;
