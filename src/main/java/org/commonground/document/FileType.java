package org.commonground.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What the store takes. A file is what its content says, whatever it is called. */
public enum FileType {

    PDF("application/pdf", "pdf", new int[] {'%', 'P', 'D', 'F', '-'}) {
        @Override
        boolean opens(byte[] content) throws IOException {
            try (PDDocument document = Loader.loadPDF(content)) {
                return !document.isEncrypted() && document.getNumberOfPages() > 0;
            }
        }
    },
    PNG("image/png", "png", new int[] {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
    JPEG("image/jpeg", "jpg", new int[] {0xFF, 0xD8, 0xFF});

    private static final int WIDEST_PICTURE = 20_000;

    private final String mediaType;
    private final String ending;
    private final int[] beginning;

    FileType(String mediaType, String ending, int[] beginning) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.beginning = beginning;
    }

    /** The type of a file with this content; empty when it is none of ours, or damaged. */
    static Optional<FileType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).filter(type -> {
            try {
                return type.opens(content);
            } catch (IOException | RuntimeException damaged) {
                return false;
            }
        }).findFirst();
    }

    private boolean begins(byte[] content) {
        if (content.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if ((content[i] & 0xFF) != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    /** A picture is looked at no further than its size: a small file may unfold to a very large one. */
    boolean opens(byte[] content) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                return reader.getWidth(0) <= WIDEST_PICTURE && reader.getHeight(0) <= WIDEST_PICTURE;
            } finally {
                reader.dispose();
            }
        }
    }

    public String mediaType() {
        return mediaType;
    }

    /** As file names end, without the dot. */
    public String ending() {
        return ending;
    }
}
