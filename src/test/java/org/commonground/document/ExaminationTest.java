package org.commonground.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonground.document.SampleFiles.docx;
import static org.commonground.document.SampleFiles.ods;
import static org.commonground.document.SampleFiles.odt;
import static org.commonground.document.SampleFiles.pdf;
import static org.commonground.document.SampleFiles.picture;
import static org.commonground.document.SampleFiles.text;
import static org.commonground.document.SampleFiles.xlsx;
import static org.commonground.document.SampleFiles.zip;
import static org.commonground.stage.Refusals.refused;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExaminationTest {

    @Test
    void a_file_is_what_its_content_says() {
        assertThat(Examination.typeOf("report.pdf", pdf())).isEqualTo(FileType.PDF);
        assertThat(Examination.typeOf("field.PNG", picture("png", 9))).isEqualTo(FileType.PNG);
        assertThat(Examination.typeOf("field.jpeg", picture("jpeg", 9))).isEqualTo(FileType.JPEG);
        assertThat(Examination.typeOf("statutes.docx", docx())).isEqualTo(FileType.DOCX);
        assertThat(Examination.typeOf("costs.xlsx", xlsx())).isEqualTo(FileType.XLSX);
        assertThat(Examination.typeOf("statutes.odt", odt())).isEqualTo(FileType.ODT);
        assertThat(Examination.typeOf("costs.ods", ods())).isEqualTo(FileType.ODS);
        assertThat(Examination.typeOf("minutes.txt", text("कृषि विभाग said yes"))).isEqualTo(FileType.TEXT);
        assertThat(Examination.typeOf("yields.csv", text("village;kilos\nGuntur;420\n"))).isEqualTo(FileType.CSV);
    }

    @Test
    void what_has_no_ending_is_told_by_its_content_alone() {
        assertThat(Examination.typeOf("scan", pdf())).isEqualTo(FileType.PDF);
        assertThat(Examination.typeOf("notes", text("Rain on Monday"))).isEqualTo(FileType.TEXT);
    }

    @Test
    void a_table_in_the_letters_of_one_country_is_text_too() {
        byte[] excel = "pueblo;kilos\nMatagalpa;420\nJinotega, año 1;12\n".getBytes(Charset.forName("windows-1252"));
        assertThat(Examination.typeOf("cosecha.csv", excel)).isEqualTo(FileType.CSV);
    }

    @Test
    void a_file_that_lies_is_refused() {
        refused("“budget.pdf” is not what its name says: inside it is a PNG picture. Please choose the right file, or let its name end"
                + " with .png.", () -> Examination.typeOf("budget.pdf", picture("png", 9)));
        refused("“budget.xlsx” is not what its name says: inside it is a Word document. Please choose the right file, or let its name end"
                + " with .docx.", () -> Examination.typeOf("budget.xlsx", docx()));
        refused("“photo.exe” is not what its name says: inside it is a JPEG picture. Please choose the right file, or let its name end with"
                + " .jpg.", () -> Examination.typeOf("photo.exe", picture("jpeg", 9)));
        refused("“report.pdf” is not what its name says: inside it is plain text. Please choose the right file, or let its name end with"
                + " .txt.", () -> Examination.typeOf("report.pdf", text("Nothing but words")));
    }

    @Test
    void an_empty_file_is_refused() {
        refused("“minutes.txt” is empty. Please look whether it is the right file.", () -> Examination.typeOf("minutes.txt", new byte[0]));
    }

    @Test
    void twenty_megabytes_are_taken_and_one_byte_more_is_not() {
        byte[] paper = text("x".repeat(Examination.LARGEST));
        assertThat(Examination.typeOf("long.txt", paper)).isEqualTo(FileType.TEXT);
        refused("“long.txt” is larger than 20 MB. Please scan it with fewer dots per inch, or save it smaller, and choose it again.",
                () -> Examination.typeOf("long.txt", Arrays.copyOf(paper, paper.length + 1)));
    }

    @Test
    void what_is_locked_is_refused() {
        String sentence = "“%s” is locked with a password. Please save it without one, and choose it again.";
        refused(sentence.formatted("secret.pdf"), () -> Examination.typeOf("secret.pdf", pdf("rice", 1)));
        refused(sentence.formatted("secret.odt"), () -> Examination.typeOf("secret.odt", zip("mimetype", FileType.ODT.mediaType(),
                "content.xml", "…", "META-INF/manifest.xml", "<manifest:encryption-data manifest:checksum='x'/>")));
        byte[] locked = docx();
        // The first bit of the flags, in the header of the first part.
        locked[6] |= 1;
        refused(sentence.formatted("secret.docx"), () -> Examination.typeOf("secret.docx", locked));
        refused("“secret.docx” is locked with a password, or in the format of an Office before 2007. Please save it as .docx or .xlsx"
                + " without a password, or as PDF.", () -> Examination.typeOf("secret.docx", bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1)));
    }

    @Test
    void a_bomb_is_refused_before_it_unfolds() {
        Map<String, byte[]> bomb = new LinkedHashMap<>();
        bomb.put("[Content_Types].xml", text("<Types/>"));
        bomb.put("word/document.xml", new byte[400_000_000]);
        byte[] packed = zip(bomb);
        assertThat(packed.length).isLessThan(500_000);
        String sentence = "“bomb.docx” unfolds to far more than it seems to be, and is not taken. Please save it as PDF.";
        refused(sentence, () -> Examination.typeOf("bomb.docx", packed));
        Map<String, byte[]> crowd = new LinkedHashMap<>();
        crowd.put("[Content_Types].xml", text("<Types/>"));
        for (int part = 0; part < 6000; part++) {
            crowd.put("word/" + part, new byte[0]);
        }
        refused(sentence, () -> Examination.typeOf("bomb.docx", zip(crowd)));
    }

    @Test
    void a_picture_of_absurd_size_is_refused_without_being_drawn() {
        byte[] enormous = picture("png", 9);
        // The width stands in the first header, as four bytes.
        enormous[17] = 0x7F;
        refused("“photo.png” is a picture of 8,323,081 × 9 dots. Please save it smaller: at most 20,000 on a side.",
                () -> Examination.typeOf("photo.png", enormous));
    }

    @Test
    void archives_are_refused_whatever_they_are_called() {
        byte[] tar = new byte[600];
        System.arraycopy(text("ustar"), 0, tar, 257, 5);
        Map<String, byte[]> archives = Map.of("all.zip", zip("minutes.txt", "Rain"), "all.docx", zip("../../x", "Rain"),
                "all.gz", bytes(0x1F, 0x8B, 8, 0), "all.7z", bytes('7', 'z', 0xBC, 0xAF), "all.rar", text("Rar!…"), "all.tar", tar);
        archives.forEach((name, content) -> refused("“%s” is an archive. Please unpack it and add the files one by one.".formatted(name),
                () -> Examination.typeOf(name, content)));
    }

    @Test
    void programs_in_a_document_are_refused() {
        refused("“costs.xlsx” has programs in it (macros). Please save it without them, or as PDF.", () -> Examination.typeOf("costs.xlsx",
                zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>", "xl/vbaProject.bin", "Sub Run")));
    }

    @Test
    void what_is_damaged_is_refused() {
        Map<String, byte[]> damaged = Map.of("half.png", Arrays.copyOf(picture("png", 9), 12), "none.pdf", text("%PDF-1.7 but not really"),
                "half.pdf", Arrays.copyOf(pdf(null, 9), pdf(null, 9).length / 2));
        damaged.forEach((name, content) -> refused(("“%s” is damaged or not complete: it could not be opened. Please save it again, or scan"
                + " it again.").formatted(name), () -> Examination.typeOf(name, content)));
        byte[] half = Arrays.copyOf(docx(), 55);
        refused("“half.docx” is damaged or not complete: it could not be opened. Please save it again, or as PDF.",
                () -> Examination.typeOf("half.docx", half));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><script>alert(1)</script></html>", " \n<svg xmlns='http://www.w3.org/2000/svg'/>", "#!/bin/sh\nrm",
            "Hello <script>alert(1)</script>", "MZ\u0000\u0001", "GIF89a\u0001\u0002", "\u0000"})
    void everything_else_is_refused(String content) {
        Consumer<String> asked = name -> refused(("“%s” is none of the files that are taken here. You can add PDF, PNG, JPEG, Word (.docx),"
                + " Excel (.xlsx), OpenDocument (.odt, .ods), plain text (.txt) and tables as text (.csv).").formatted(name),
                () -> Examination.typeOf(name, content.getBytes(StandardCharsets.ISO_8859_1)));
        asked.accept("x.txt");
        asked.accept("x.html");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "../../x | x", "..\\..\\x.pdf | x", "C:\\Users\\asha\\minutes of May.docx | minutes of May", ".htaccess | document.htaccess",
            "a.tar.gz | a.tar", "/ | document", "photo. | photo."})
    void a_name_says_nothing_of_where_the_file_lay(String given, String name) {
        assertThat(FileName.withoutPlace(given)).isEqualTo(name);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
