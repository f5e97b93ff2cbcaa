package org.commonground.notice;

/** One notice in words. */
record Letter(String subject, String html, String text) {
}
