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
    /** How many letters such as o fit on a line of a table, between two columns, and in a word that may be broken. */
    private static final double LINE = 86;
    private static final double GAP = 2.3;
    private static final double LONGEST_WORD = 18;
    private static final String WIDE = "mwMW@";
    private static final String SLIM = "fijlrtI1.,:;!'’()|\u00a0";

    private Columns() {
    }

    static void share(Document page) {
        for (Element table : page.select("table:not(:has(colgroup))")) {
            Elements rows = table.select("tr");
            Element group = new Element("colgroup");
            for (double share : shares(weights(rows), leastShares(rows))) {
                group.appendElement("col").attr("style", String.format(Locale.ROOT, "width: %.1f%%", 100 * share));
            }
            Element caption = table.selectFirst("caption");
            if (caption == null) {
                table.prependChild(group);
            } else {
                caption.after(group);
            }
        }
    }

    /** Shared by weight, but none less than its longest word needs, as long as there is room for all. */
    private static double[] shares(double[] weights, double[] least) {
        double needed = Arrays.stream(least).sum();
        if (needed >= 1) {
            return Arrays.stream(least).map(share -> share / needed).toArray();
        }
        double[] shares = new double[weights.length];
        boolean[] fixed = new boolean[weights.length];
        boolean again = true;
        while (again) {
            again = false;
            double room = 1;
            double weight = 0;
            for (int column = 0; column < weights.length; column++) {
                room -= fixed[column] ? least[column] : 0;
                weight += fixed[column] ? 0 : weights[column];
            }
            for (int column = 0; column < weights.length; column++) {
                shares[column] = fixed[column] ? least[column] : room * weights[column] / weight;
                if (shares[column] < least[column]) {
                    fixed[column] = true;
                    again = true;
                }
            }
        }
        return shares;
    }

    private static double[] leastShares(Elements rows) {
        double[] shares = new double[columns(rows)];
        for (Element row : rows) {
            for (int column = 0; column < row.childrenSize(); column++) {
                double widest = Arrays.stream(words(row, column).split("\\s+")).mapToDouble(Columns::width).max().orElse(0);
                shares[column] = Math.max(shares[column], (Math.min(LONGEST_WORD, widest) + GAP) / LINE);
            }
        }
        return shares;
    }

    private static double[] weights(Elements rows) {
        double[] weights = new double[columns(rows)];
        Arrays.fill(weights, NARROWEST);
        for (Element row : rows) {
            for (int column = 0; column < row.childrenSize(); column++) {
                String words = words(row, column);
                double room = Math.max(1.3 * longestWord(words), 6 * Math.sqrt(words.length()));
                weights[column] = Math.max(weights[column], Math.min(WIDEST, room));
            }
        }
        return weights;
    }

    /** With the blanks that never break, such as those of a day: to {@code text()} they are like any other. */
    private static String words(Element row, int column) {
        return row.child(column).wholeText().strip();
    }

    /** Roughly, beside an o. */
    private static double width(String word) {
        return word.chars().mapToDouble(letter -> WIDE.indexOf(letter) >= 0 ? 1.5 : SLIM.indexOf(letter) >= 0 ? 0.6
                : Character.isUpperCase(letter) ? 1.25 : 1).sum();
    }

    private static int columns(Elements rows) {
        return rows.stream().mapToInt(Element::childrenSize).max().orElse(0);
    }

    private static int longestWord(String words) {
        return Arrays.stream(words.split("\\s+")).mapToInt(String::length).max().orElse(0);
    }
}
