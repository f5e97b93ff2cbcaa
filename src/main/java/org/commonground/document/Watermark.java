package org.commonground.document;

import java.io.IOException;
import java.io.InputStream;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Words that lie across every sheet, over everything else and yet not in its way. A screen reader passes them over. */
final class Watermark {

    private static final float SHADE = 0.35f;
    private static final float STRENGTH = 0.16f;
    /** The part of the sheet's diagonal that the words take. */
    private static final float LENGTH = 0.72f;
    private static final float LARGEST = 110;

    private Watermark() {
    }

    static void across(PDDocument paper, String words) throws IOException {
        try (InputStream bold = Fonts.BOLD.open()) {
            PDFont font = PDType0Font.load(paper, bold, true);
            float width = font.getStringWidth(words) / 1000;
            PDExtendedGraphicsState faint = new PDExtendedGraphicsState();
            faint.setNonStrokingAlphaConstant(STRENGTH);
            for (PDPage page : paper.getPages()) {
                lay(paper, page, words, font, width, faint);
            }
        }
    }

    private static void lay(PDDocument paper, PDPage page, String words, PDFont font, float width, PDExtendedGraphicsState faint)
            throws IOException {
        PDRectangle sheet = page.getMediaBox();
        double diagonal = Math.hypot(sheet.getWidth(), sheet.getHeight());
        double angle = Math.atan2(sheet.getHeight(), sheet.getWidth());
        float size = (float) Math.min(LARGEST, diagonal * LENGTH / width);
        try (PDPageContentStream content = new PDPageContentStream(paper, page, AppendMode.APPEND, true, true)) {
            COSDictionary artifact = new COSDictionary();
            artifact.setItem(COSName.TYPE, COSName.getPDFName("Pagination"));
            artifact.setItem(COSName.SUBTYPE, COSName.getPDFName("Watermark"));
            content.beginMarkedContent(COSName.ARTIFACT, PDPropertyList.create(artifact));
            content.setGraphicsStateParameters(faint);
            content.setNonStrokingColor(SHADE);
            content.beginText();
            content.setFont(font, size);
            Matrix place = Matrix.getTranslateInstance(sheet.getWidth() / 2, sheet.getHeight() / 2);
            place.rotate(angle);
            place.translate(-width * size / 2, -size / 3);
            content.setTextMatrix(place);
            content.showText(words);
            content.endText();
            content.endMarkedContent();
        }
    }
}
