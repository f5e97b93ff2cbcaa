package org.commonground.picture;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A process as its file draws it, for pages, papers and mails: events, gateways, activities and arrows in the file's own coordinates and
 * colours. A caller may say of each box how far it is. Pools, lanes, data and annotations are left out.
 *
 * @param bpmn  the text of a BPMN file with a drawing
 * @param notes id of an event, a gateway or an activity → what is said of it; an id that is not drawn is passed over, such as that of a
 *              branch of a loop
 */
public record ProcessPicture(String bpmn, Map<String, Note> notes) {

    /** How far a box is. */
    public enum Progress {
        DONE("Done."), CURRENT("Now."), COMING("Still to come.");

        private final String sentence;

        Progress(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }

    /**
     * What is said of one box.
     *
     * @param progress how far it is; null where nothing is said
     * @param count    for a box that is current: how many have answered, such as {@code 3 of 5}; null where nobody counts
     * @param words    sentences for those who read or hear instead of seeing, such as who is waited for; null where there are none
     * @param link     address to which the box leads; null where it leads nowhere
     */
    public record Note(Progress progress, String count, String words, String link) {

        static final Note NONE = new Note(null, null, null);

        public Note(Progress progress, String count, String words) {
            this(progress, count, words, null);
        }

        /** The same of a box that can be opened. */
        public Note leadingTo(String address) {
            return new Note(progress, count, words, address);
        }

        public Note {
            if (count != null && progress != Progress.CURRENT) {
                throw new IllegalArgumentException("Only what is current is counted, but “%s” was said of a box that is not."
                        .formatted(count));
            }
        }
    }

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    /** Without saying anything of its boxes. */
    public ProcessPicture(String bpmn) {
        this(bpmn, Map.of());
    }

    /**
     * The picture as SVG, to be put into a page as it is: without scripts and styles, and without addresses but
     * those of the notes, one pixel for each of the file's. Each box
     * is a group with a title and a description; its id is the prefix, a hyphen and its id in the file.
     *
     * @param prefix letters and digits, a letter first; another one for each picture of a page
     * @throws IllegalArgumentException if the file cannot be read as XML, names a document type or has no drawing, or the prefix is another
     */
    public String svg(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("“%s” does not do before an id: take letters and digits, a letter first."
                    .formatted(prefix));
        }
        return new ProcessDrawing(DiagramFile.read(bpmn), notes, prefix).draw();
    }
}
