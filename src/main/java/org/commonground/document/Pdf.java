package org.commonground.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Prints pages. What comes out reads well on paper, on a screen and aloud: tagged, with bookmarks, in fonts that are embedded. A page
 * reaches for nothing outside itself.
 * <p>
 * The page says how it wants to be printed: every {@code h1} to {@code h3} with an id becomes a bookmark, a drawing is described by its
 * title, and {@code <meta name="watermark">} lies across every sheet.
 */
@Component
public class Pdf {

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private static final double WIDEST_DRAWING = 162;
    private static final double HIGHEST_DRAWING = 205;

    private final ITemplateEngine templates;

    Pdf(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** The page that the template makes of the model, printed. The template is told {@code print}. */
    public byte[] of(String template, Map<String, Object> model) {
        Context context = new Context(Locale.ENGLISH, model);
        context.setVariable("print", true);
        return of(templates.process(template, context));
    }

    byte[] of(String html) {
        // No font has control characters, and some stop the printer.
        Document page = Jsoup.parse(html.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " "));
        addBookmarks(page);
        prepareDrawings(page);
        Columns.share(page);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = printer(page).toStream(out).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument paper = renderer.getPdfDocument()) {
                SpokenText.add(paper, page.text());
                String watermark = page.select("meta[name=watermark]").attr("content");
                if (!watermark.isEmpty()) {
                    Watermark.across(paper, watermark);
                }
                paper.save(out);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return out.toByteArray();
    }

    private static PdfRendererBuilder printer(Document page) {
        PdfRendererBuilder printer = new PdfRendererBuilder();
        String text = page.text();
        for (Fonts font : Fonts.values()) {
            printer.useFont(() -> font.openFor(text), Fonts.FAMILY, font == Fonts.BOLD ? 700 : 400, font == Fonts.ITALIC ? FontStyle.ITALIC
                    : FontStyle.NORMAL, true);
        }
        return printer.withW3cDocument(new W3CDom().fromJsoup(page), null)
                .usePdfUaAccessibility(true)
                .withProducer("Common Ground")
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                // The one of Java breaks a line after an apostrophe.
                .useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(Locale.ENGLISH))
                .useSVGDrawer(new BatikSVGDrawer())
                .useReplacementText("\uFFFD")
                .useExternalResourceAccessControl((address, type) -> address.startsWith("data:image/"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    }

    /** A drawing is as large as a sheet allows beside a heading; its label, or its title and description, is read aloud instead of it. */
    private static void prepareDrawings(Document page) {
        for (Element drawing : page.select("svg")) {
            drawing.attr("alt", drawing.hasAttr("aria-label") ? drawing.attr("aria-label")
                    : String.join(". ", drawing.select("> title, > desc").eachText()));
            Lettering.outline(drawing);
            String[] box = drawing.attr("viewBox").split("\\s+");
            if (box.length == 4) {
                double width = Double.parseDouble(box[2]);
                double height = Double.parseDouble(box[3]);
                double scale = Math.min(WIDEST_DRAWING / width, HIGHEST_DRAWING / height);
                drawing.attr("style", String.format(Locale.ROOT, "width: %.1fmm; height: %.1fmm", width * scale, height * scale));
            }
        }
    }

    /** Nested as the headings are. */
    private static void addBookmarks(Document page) {
        Element[] open = new Element[4];
        open[0] = page.head().appendElement("bookmarks");
        for (Element heading : page.select("h1[id], h2[id], h3[id]")) {
            int depth = heading.tagName().charAt(1) - '0';
            int above = depth - 1;
            while (open[above] == null) {
                above--;
            }
            open[depth] = open[above].appendElement("bookmark").attr("name", heading.text()).attr("href", "#" + heading.id());
            Arrays.fill(open, depth + 1, open.length, null);
        }
    }
}
