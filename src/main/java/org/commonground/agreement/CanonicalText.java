package org.commonground.agreement;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.commonground.document.Documents;
import org.commonground.foundation.PartnershipId;

/**
 * The plain text that is signed: title, form, case, version and every clause, in one spelling only (Unicode NFC, lines ended by
 * {@code \n}, no blanks at their ends). Whatever else a page shows binds nobody.
 */
record CanonicalText(String words) {

    static CanonicalText of(String title, AgreementForm form, PartnershipId partnership, int version, List<Clause> clauses) {
        List<String> parts = new ArrayList<>(List.of(title, form.label(), partnership.value(), "Version " + version));
        for (Clause clause : clauses) {
            parts.add("");
            parts.add(clause.number() + " " + clause.heading());
            parts.addAll(clause.paragraphs());
            Table table = clause.table();
            if (table != null) {
                parts.add(table.caption());
                parts.add(line(table.headers()));
                table.rows().forEach(row -> parts.add(line(row)));
            }
        }
        return new CanonicalText(parts.stream().map(CanonicalText::spelled).collect(Collectors.joining("\n", "", "\n")));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replaceAll("\\R", " ")).collect(Collectors.joining(" | "));
    }

    private static String spelled(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\R", "\n").lines().map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }

    /** SHA-256 of its UTF-8, in hexadecimal. */
    String sha256() {
        return Documents.sha256(words.getBytes(StandardCharsets.UTF_8));
    }
}
