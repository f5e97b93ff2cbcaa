package org.commonground.document;

import java.util.Arrays;
import java.util.Locale;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Shares the width of a table among its columns by how much stands in them, so that no column is pressed out of the sheet. */
final class Columns {

    /** No column is wider or narrower in proportion than these. */
    private static final double NARROWEST = 9;
    private static final double WIDEST = 60;

    private Columns() {
    }

    static void share(Document page) {
        for (Element table : page.select("table:not(:has(colgroup))")) {
            double[] weights = weights(table.select("tr"));
            double sum = Arrays.stream(weights).sum();
            Element group = new Element("colgroup");
            for (double weight : weights) {
                group.appendElement("col").attr("style", String.format(Locale.ROOT, "width: %.1f%%", 100 * weight / sum));
            }
            Element caption = table.selectFirst("caption");
            if (caption == null) {
                table.prependChild(group);
            } else {
                caption.after(group);
            }
        }
    }

    private static double[] weights(Elements rows) {
        double[] weights = new double[rows.stream().mapToInt(row -> row.childrenSize()).max().orElse(0)];
        Arrays.fill(weights, NARROWEST);
        for (Element row : rows) {
            for (int column = 0; column < row.childrenSize(); column++) {
                String words = row.child(column).text();
                double longestWord = Arrays.stream(words.split("\\s+")).mapToInt(String::length).max().orElse(0);
                double room = Math.max(1.3 * longestWord, 6 * Math.sqrt(words.length()));
                weights[column] = Math.max(weights[column], Math.min(WIDEST, room));
            }
        }
        return weights;
    }
}
