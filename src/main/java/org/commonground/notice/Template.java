package org.commonground.notice;

/**
 * The file that one kind of mail is written from. Its title becomes the subject.
 *
 * @param path below {@code templates}, without its ending: {@code organisation/flag-raised}
 */
public record Template(String path) {
}
