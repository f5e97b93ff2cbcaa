/**
 * What people are told, and when: the outbox and its mails, deadlines, reminders. It knows no room: each brings what its people hear
 * ({@link org.commonground.notice.RoomMails}), and none waits for a mail.
 */
package org.commonground.notice;
