package org.commonground.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonground.agreement.Clause;
import org.commonground.agreement.Paper;
import org.commonground.agreement.Table;
import org.commonground.agreement.VersionStage;
import org.commonground.foundation.Days;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

/** The printed agreement. The sheets are kept in target/papers to be looked at. */
@SpringBootTest(classes = Pdf.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ImportAutoConfiguration(ThymeleafAutoConfiguration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PdfTest {

    private final Map<VersionStage, PDDocument> papers = new EnumMap<>(VersionStage.class);

    @Autowired
    Pdf pdf;

    @BeforeAll
    void print() throws IOException {
        Path kept = Files.createDirectories(Path.of("target/papers"));
        for (VersionStage stage : VersionStage.values()) {
            byte[] printed = print(SamplePaper.of(stage));
            Files.write(kept.resolve(stage.name().toLowerCase() + ".pdf"), printed);
            papers.put(stage, Loader.loadPDF(printed));
        }
    }

    @AfterAll
    void close() throws IOException {
        for (PDDocument paper : papers.values()) {
            paper.close();
        }
    }

    @Test
    void headings_names_terms_and_words_stand_in_the_text() throws IOException {
        Paper paper = SamplePaper.of(VersionStage.SEALED);
        String text = text(sealed());
        assertThat(text).contains(paper.title(), "Memorandum of understanding", "Case P-2026-0007 · Version 2",
                "Sealed on 21 November 2026", "It holds from 21 November 2026 to 20 November 2029");
        for (Clause clause : paper.clauses()) {
            assertThat(text).contains(clause.number() + " " + clause.heading());
            clause.paragraphs().forEach(paragraph -> assertThat(text).contains(paragraph.replace('\n', ' ')));
        }
        assertThat(text).contains("Review of work and partnership", "Every 6 months", "14, 21, 30 and 30 days", "1,200,000 EUR");
    }

    @Test
    void names_of_every_script_are_read_as_they_were_written() throws IOException {
        String text = text(sealed());
        assertThat(text).contains(SamplePaper.HINDI, "Telugu, Hindi (हिन्दी), English", "श्रीमती आशा राव", SamplePaper.ACCENTED,
                "Zoë Ångström");
        assertThat(text).contains(SamplePaper.ARABIC);
    }

    @Test
    void letters_of_every_script_are_drawn() throws IOException {
        for (String letters : List.of("कृषि विभाग", "क्षेत्र", "المزارعين", "Þórðarson", "Nguyễn Thị Ánh", "Łukasiewicz", "Ağrı",
                "Ελλάδα", "Україна")) {
            byte[] printed = pdf.of("<html lang='en'><head><title>x</title><style>body { font-family: 'Kurinto Sans'"
                    + " }</style></head><body><p>" + letters + "</p></body></html>");
            try (PDDocument paper = Loader.loadPDF(printed)) {
                assertThat(text(paper)).as(letters).contains(letters).doesNotContain("\uFFFD");
                assertThat(ink(new PDFRenderer(paper).renderImage(0))).as(letters).isGreaterThan(60);
            }
        }
    }

    @Test
    void a_line_does_not_end_after_an_apostrophe() throws IOException {
        String words = "women’s groups ".repeat(40).strip();
        for (int width = 30; width < 60; width += 3) {
            byte[] printed = pdf.of("<html lang='en'><head><title>x</title><style>p { font-family: 'Kurinto Sans'; width: " + width
                    + "mm }</style></head><body><p>" + words + "</p></body></html>");
            try (PDDocument paper = Loader.loadPDF(printed)) {
                assertThat(new PDFTextStripper().getText(paper)).as("%d mm wide", width).doesNotContain("’\n");
            }
        }
    }

    @Test
    void a_day_stays_on_one_line_in_a_table_of_many_columns() throws IOException {
        String day = Days.brief(LocalDate.of(2026, 12, 29));
        byte[] printed = pdf.of("<html lang='en'><head><title>x</title><style>@page { size: A4; margin: 24mm } body { font-family:"
                + " 'Kurinto Sans' } table { width: 100%; table-layout: fixed; font-size: 8.8pt }"
                + " td { word-wrap: break-word; padding-right: 2.5mm }</style></head><body><table><tr>"
                + "<td>Government of India</td><td>Implementer</td><td>Participation</td>"
                + "<td>The state counts field schools as public training</td><td>100,000 EUR</td>"
                + "<td>" + day + "</td><td>" + day + "</td></tr></table></body></html>");
        try (PDDocument paper = Loader.loadPDF(printed)) {
            assertThat(new PDFTextStripper().getText(paper).replace('\u00a0', ' ')).contains("29 Dec 2026 29 Dec 2026");
        }
    }

    @Test
    void every_sheet_bears_the_hash_and_its_number() throws IOException {
        int sheets = sealed().getNumberOfPages();
        assertThat(sheets).isGreaterThan(5);
        for (int sheet = 1; sheet <= sheets; sheet++) {
            assertThat(text(sealed(), sheet)).contains("SHA-256 " + SamplePaper.HASH, "Page " + sheet + " of " + sheets,
                    "P-2026-0007 · Memorandum of understanding · version 2 · Sealed");
        }
    }

    @Test
    void each_line_of_the_contents_leads_to_its_clause_and_names_its_page() throws IOException {
        List<Clause> clauses = SamplePaper.of(VersionStage.SEALED).clauses();
        List<PDAnnotationLink> links = linksByTarget(sealed().getPage(1));
        assertThat(links).hasSize(clauses.size() + 1);
        String contents = text(sealed(), 2);
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            int page = target(links.get(i)).retrievePageNumber() + 1;
            assertThat(text(sealed(), page)).contains(clause.number() + " " + clause.heading());
            assertThat(contents).containsPattern(clause.number() + " " + clause.heading() + "[ .]+" + page);
            assertThat(links.get(i).getContents()).as("what a screen reader says of the link").isNotBlank();
        }
    }

    @Test
    void bookmarks_are_nested_as_the_clauses_are() {
        PDOutlineItem title = sealed().getDocumentCatalog().getDocumentOutline().getFirstChild();
        assertThat(title.getTitle()).startsWith("Cotton without poison");
        List<String> topics = new ArrayList<>();
        List<String> clauses = new ArrayList<>();
        for (PDOutlineItem clause : title.children()) {
            clauses.add(clause.getTitle());
            clause.children().forEach(topic -> topics.add(topic.getTitle()));
        }
        assertThat(clauses).contains("Contents", "1 Parties", "9 Terms", "Signatures");
        assertThat(topics).hasSize(16).contains("8.7 Communication and information sharing");
    }

    @Test
    void a_screen_reader_finds_language_title_and_structure() {
        assertThat(sealed().getDocumentCatalog().getLanguage()).isEqualTo("en");
        assertThat(sealed().getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        assertThat(sealed().getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
        assertThat(sealed().getDocumentInformation().getTitle()).contains("Cotton without poison", "P-2026-0007");
        List<PDStructureElement> elements = new ArrayList<>();
        collect(sealed().getDocumentCatalog().getStructureTreeRoot(), elements);
        assertThat(elements).extracting(PDStructureElement::getStructureType)
                .contains("H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Link", "Figure");
        assertThat(elements).filteredOn(element -> element.getStructureType().equals("Figure"))
                .singleElement().satisfies(figure -> assertThat(figure.getAlternateDescription()).contains("Partnership web",
                        "7 partners, 1 ally"));
    }

    @Test
    void a_drawing_with_a_label_is_read_aloud_by_it() throws IOException {
        byte[] printed = pdf.of("<html lang='en'><head><title>x</title></head><body><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0"
                + " 40 40' aria-label='Trust 4.2, before 3.4'><rect width='40' height='40'/></svg></body></html>");
        try (PDDocument paper = Loader.loadPDF(printed)) {
            List<PDStructureElement> elements = new ArrayList<>();
            collect(paper.getDocumentCatalog().getStructureTreeRoot(), elements);
            assertThat(elements).extracting(PDStructureElement::getAlternateDescription).contains("Trust 4.2, before 3.4");
        }
    }

    @Test
    void every_font_is_embedded() throws IOException {
        Set<String> names = new HashSet<>();
        for (PDDocument paper : papers.values()) {
            for (PDPage page : paper.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    names.add(font.getName());
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
        assertThat(names).isNotEmpty().allMatch(name -> name.contains("KurintoSans"));
    }

    @Test
    void signatures_are_shown_when_all_have_signed_and_never_before() throws IOException {
        assertThat(text(sealed())).contains("Signatures of all parties", "21 Nov 2026, 09:30").doesNotContain("not a signed copy");
        for (VersionStage stage : List.of(VersionStage.DRAFT, VersionStage.FOR_SIGNATURE, VersionStage.VOID)) {
            assertThat(text(papers.get(stage))).as(stage.label()).contains("This is not a signed copy.")
                    .doesNotContain("Signatures of all parties", "Ångström");
        }
    }

    @Test
    void a_watermark_lies_across_every_sheet_that_is_not_sealed() throws IOException {
        for (VersionStage stage : VersionStage.values()) {
            assertWatermark(stage, stage != VersionStage.SEALED);
        }
        BufferedImage bare = new PDFRenderer(sealed()).renderImage(1);
        BufferedImage marked = new PDFRenderer(papers.get(VersionStage.FOR_SIGNATURE)).renderImage(1);
        assertThat(ink(marked) - ink(bare)).isGreaterThan(4_000);
    }

    private void assertWatermark(VersionStage stage, boolean there) throws IOException {
        for (PDPage page : papers.get(stage).getPages()) {
            boolean marked = false;
            for (COSName name : page.getResources().getPropertiesNames()) {
                marked |= "Watermark".equals(page.getResources().getProperties(name).getCOSObject().getNameAsString(COSName.SUBTYPE));
            }
            assertThat(marked).as(stage.label()).isEqualTo(there);
        }
    }

    @Test
    void mark_up_formulas_and_scripts_are_words_like_others() throws IOException {
        String typed = "<script>alert('x')</script> =SUM(A1:A9) ${7*7} [[${paper.title}]] {{constructor}} <img src=x> &amp; \u0000\u0007"
                + " end";
        String text = text(print(SamplePaper.of(VersionStage.SEALED, typed)));
        assertThat(text).contains("<script>alert('x')</script> =SUM(A1:A9) ${7*7} [[${paper.title}]] {{constructor}} <img src=x> &amp;")
                .contains("Retail chain <b>“Fair & Square”</b>");
    }

    @Test
    void a_hundred_thousand_characters_are_laid_out() throws IOException {
        String unbroken = "x".repeat(4_000);
        String long100 = "Everybody has one voice and is heard before a decision is taken. ".repeat(1_600) + unbroken;
        Paper paper = SamplePaper.of(VersionStage.SEALED);
        List<Clause> clauses = new ArrayList<>(paper.clauses());
        clauses.set(1, new Clause("purpose", "2", "Purpose", List.of(long100), new Table("Wide",
                List.of("A", "B"), List.of(List.of("short", unbroken.substring(0, 1_000))))));
        byte[] printed = print(new Paper(paper.caseNumber(), null, paper.title(), paper.formLabel(), 2, paper.stage(), paper.date(),
                paper.sha256(), paper.holds(), null, paper.parties(), clauses, paper.webSvg(), paper.signatures(), List.of()));
        try (PDDocument document = Loader.loadPDF(printed)) {
            assertThat(document.getNumberOfPages()).isBetween(30, 120);
            long letters = text(document).chars().filter(character -> character == 'x').count();
            assertThat(letters).as("nothing is cut off").isGreaterThanOrEqualTo(5_000);
            for (int page = 0; page < document.getNumberOfPages(); page += 13) {
                assertThat(inkInMargin(new PDFRenderer(document).renderImage(page))).as("sheet %s keeps its margin", page + 1).isZero();
            }
        }
    }

    private PDDocument sealed() {
        return papers.get(VersionStage.SEALED);
    }

    private byte[] print(Paper paper) {
        return pdf.of("agreement/agreement", Map.of("paper", paper));
    }

    private static String text(byte[] printed) throws IOException {
        try (PDDocument paper = Loader.loadPDF(printed)) {
            return text(paper);
        }
    }

    private static String text(PDDocument paper) throws IOException {
        return plain(new PDFTextStripper().getText(paper));
    }

    private static String text(PDDocument paper, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return plain(stripper.getText(paper));
    }

    /** Lines are the printer's, not the writer's. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ");
    }

    /** One for each target: the number and the words of a line are two places to click. */
    private static List<PDAnnotationLink> linksByTarget(PDPage page) throws IOException {
        Map<String, PDAnnotationLink> links = new LinkedHashMap<>();
        for (PDAnnotation annotation : page.getAnnotations(PDAnnotationLink.class::isInstance)) {
            PDAnnotationLink link = (PDAnnotationLink) annotation;
            links.putIfAbsent(target(link).getCOSObject().toString(), link);
        }
        return List.copyOf(links.values());
    }

    private static PDPageDestination target(PDAnnotationLink link) throws IOException {
        return (PDPageDestination) (link.getAction() instanceof PDActionGoTo action ? action.getDestination() : link.getDestination());
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> into) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                into.add(element);
                collect(element, into);
            }
        }
    }

    private static long ink(BufferedImage picture) {
        return dark(picture, 0, picture.getWidth());
    }

    private static long inkInMargin(BufferedImage picture) {
        return dark(picture, picture.getWidth() - 50, picture.getWidth());
    }

    private static long dark(BufferedImage picture, int from, int to) {
        long dark = 0;
        for (int x = from; x < to; x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                dark += (picture.getRGB(x, y) & 0xFF) < 0xF0 ? 1 : 0;
            }
        }
        return dark;
    }
}
