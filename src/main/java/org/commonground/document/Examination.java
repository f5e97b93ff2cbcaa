package org.commonground.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.commonground.foundation.Refusal;

/**
 * Looks at a file that somebody brings, before it is kept: what it is, told by its content, and whether it is what its name says.
 * Nothing of it is opened, run or unfolded in full, so a file that is made to do harm to whoever reads it does none here.
 */
public final class Examination {

    /** What may be brought, in words. */
    public static final String ALLOWED = "PDF, PNG, JPEG, Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods), plain text (.txt) and"
            + " tables as text (.csv)";
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final int MOST_DOTS = 250_000_000;
    private static final int END = 2048;
    private static final int TAR_MARK = 257;
    private static final List<byte[]> ARCHIVES = List.of(bytes(0x1F, 0x8B), bytes('7', 'z', 0xBC, 0xAF), bytes('R', 'a', 'r', '!'),
            bytes('B', 'Z', 'h'), bytes(0xFD, '7', 'z', 'X', 'Z'), bytes(0x28, 0xB5, 0x2F, 0xFD));
    /** How Word and Excel lock a file, and how they wrote it before 2007. */
    private static final byte[] OLD_OFFICE = bytes(0xD0, 0xCF, 0x11, 0xE0);
    private static final byte[] ZIP = bytes('P', 'K', 3, 4);
    private static final Set<String> JPEGS = Set.of("jpg", "jpeg", "jpe", "jfif");

    private final String name;
    private final byte[] content;

    private Examination(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /**
     * What the file is. Refused when it is empty, larger than {@link #LARGEST}, locked, damaged, an archive, none of
     * {@link #ALLOWED}, or something else than its name says.
     *
     * @param name as it is called, with its ending
     */
    public static FileType typeOf(String name, byte[] content) {
        expectSize(name, content.length);
        Examination examination = new Examination(name, content);
        FileType type = examination.type();
        String ending = FileName.endingOf(name);
        Refusal.unless(ending.isEmpty() || fits(ending, type), ("“%s” is not what its name says: inside it is %s. Please choose the right"
                + " file, or let its name end with .%s.").formatted(name, type.inWords(), type.ending()));
        return type;
    }

    /** Refused when so many bytes are nothing, or more than {@link #LARGEST}. */
    public static void expectSize(String name, long size) {
        Refusal.unless(size > 0, "“%s” is empty. Please look whether it is the right file.".formatted(name));
        Refusal.unless(size <= LARGEST, ("“%s” is larger than 20 MB. Please scan it with fewer dots per inch, or save it smaller, and"
                + " choose it again.").formatted(name));
    }

    private static boolean fits(String ending, FileType type) {
        return switch (type) {
            case JPEG -> JPEGS.contains(ending);
            // Which of the two plain text is, only the name can say.
            case TEXT, CSV -> ending.equals(FileType.TEXT.ending()) || ending.equals(FileType.CSV.ending());
            default -> ending.equals(type.ending());
        };
    }

    private FileType type() {
        if (FileType.PDF.begins(content)) {
            return pdf();
        }
        for (FileType picture : List.of(FileType.PNG, FileType.JPEG)) {
            if (picture.begins(content)) {
                return picture(picture);
            }
        }
        if (begins(ZIP)) {
            return OfficeFile.typeOf(name, content);
        }
        Refusal.unless(!begins(OLD_OFFICE), ("“%s” is locked with a password, or in the format of an Office before 2007. Please save it as"
                + " .docx or .xlsx without a password, or as PDF.").formatted(name));
        Refusal.unless(ARCHIVES.stream().noneMatch(this::begins) && !isAt(TAR_MARK, "ustar".getBytes(StandardCharsets.US_ASCII)),
                archive(name));
        Refusal.unless(isText(), "“%s” is none of the files that are taken here. You can add %s.".formatted(name, ALLOWED));
        return FileName.endingOf(name).equals(FileType.CSV.ending()) ? FileType.CSV : FileType.TEXT;
    }

    static String archive(String name) {
        return "“%s” is an archive. Please unpack it and add the files one by one.".formatted(name);
    }

    /** Only its frame is looked at: who opens all of it unfolds whatever is folded in there. */
    private FileType pdf() {
        int end = Math.max(0, content.length - END);
        Refusal.unless(find("startxref", end) >= 0 && find("%%EOF", end) >= 0 && find("/Root", 0) >= 0 && find(" obj", 0) >= 0,
                damaged());
        Refusal.unless(!isLocked(), "“%s” is locked with a password. Please save it without one, and choose it again.".formatted(name));
        return FileType.PDF;
    }

    /** The word stands in the clear, before the key by which the rest is read. */
    private boolean isLocked() {
        byte[] word = "/Encrypt".getBytes(StandardCharsets.US_ASCII);
        for (int at = find("/Encrypt", 0); at >= 0; at = find("/Encrypt", at + 1)) {
            int next = at + word.length;
            while (next < content.length && content[next] <= ' ' && content[next] >= 0) {
                next++;
            }
            if (next < content.length && (content[next] == '<' || Character.isDigit(content[next]))) {
                return true;
            }
        }
        return false;
    }

    private FileType picture(FileType type) {
        try {
            FileType.Size size = FileType.sizeOfPicture(content).orElseThrow(() -> new Refusal(damaged()));
            Refusal.unless(size.width() <= FileType.WIDEST_PICTURE && size.height() <= FileType.WIDEST_PICTURE
                    && (long) size.width() * size.height() <= MOST_DOTS, ("“%s” is a picture of %,d × %,d dots. Please save it smaller: at"
                            + " most %,d on a side.").formatted(name, size.width(), size.height(), FileType.WIDEST_PICTURE));
            return type;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new Refusal(damaged());
        }
    }

    private String damaged() {
        return "“%s” is damaged or not complete: it could not be opened. Please save it again, or scan it again.".formatted(name);
    }

    /** Nothing but letters and blanks, and no page of the web, which a browser might run. */
    private boolean isText() {
        for (byte one : content) {
            if (one >= 0 && one < ' ' && one != '\n' && one != '\r' && one != '\t' && one != '\f' || one == 0x7F) {
                return false;
            }
        }
        String beginning = new String(content, 0, Math.min(content.length, END), StandardCharsets.UTF_8).stripLeading()
                .toLowerCase(Locale.ROOT).replace("\uFEFF", "");
        return !beginning.startsWith("<") && !beginning.startsWith("#!") && !beginning.contains("<script")
                && !beginning.contains("<html") && (isUtf8() || isMostlyLetters());
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException another) {
            return false;
        }
    }

    /** As Excel writes a table in the letters of one country. */
    private boolean isMostlyLetters() {
        int plain = 0;
        for (byte one : content) {
            plain += one > 0 ? 1 : 0;
        }
        return plain > content.length / 10 * 7;
    }

    private boolean begins(byte[] beginning) {
        return isAt(0, beginning);
    }

    private boolean isAt(int place, byte[] word) {
        return content.length >= place + word.length && Arrays.equals(content, place, place + word.length, word, 0, word.length);
    }

    private int find(String word, int from) {
        byte[] sought = word.getBytes(StandardCharsets.US_ASCII);
        for (int at = from; at <= content.length - sought.length; at++) {
            if (content[at] == sought[0] && isAt(at, sought)) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
