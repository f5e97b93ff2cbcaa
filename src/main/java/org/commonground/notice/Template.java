package org.commonground.notice;

/**
 * The file that one kind of mail is written from. Its title becomes the subject.
 *
 * @param path below {@code templates}, without its ending: {@code organisation/flag-raised}
 */
public record Template(String path) {

    private static final String FOLDER_OF_NOTICES = "notice/";

    /** Whether it tells of a step, whatever the step is, and not of what happened in a room. */
    static boolean isOfNotice(String path) {
        return path.startsWith(FOLDER_OF_NOTICES);
    }
}
