/**
 * The room of a meeting: members and guests are invited in time, what was said is written down and shared, and what was agreed goes on its
 * way. Steering meetings and consultations come as often as the terms say, workshops and seminars as the partners agree on them.
 */
package org.commonground.meeting;
