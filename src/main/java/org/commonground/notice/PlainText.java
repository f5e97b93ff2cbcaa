package org.commonground.notice;

import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** A mail's HTML as somebody reads it without: paragraphs, dashes for lists, addresses written out behind links. */
final class PlainText implements NodeVisitor {

    private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "blockquote", "ul", "ol", "div", "table", "hr");

    private final StringBuilder text = new StringBuilder();

    private PlainText() {
    }

    static String of(Element body) {
        PlainText plain = new PlainText();
        body.traverse(plain);
        return plain.text.toString().replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n[ \\t]+", "\n").replaceAll("\\n{3,}", "\n\n")
                .strip() + "\n";
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            // What people wrote keeps its lines.
            Element around = (Element) words.parent();
            boolean kept = around != null && around.closest(".words") != null;
            text.append(kept ? words.getWholeText() : words.getWholeText().replaceAll("\\s+", " "));
        } else if (PARAGRAPHS.contains(node.nodeName())) {
            text.append("\n\n");
        } else if (node.nodeName().equals("li")) {
            text.append("\n- ");
        } else if (node.nodeName().equals("br")) {
            text.append("\n");
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element.nodeName().equals("a") && !element.text().equals(element.attr("href"))) {
            text.append(":\n").append(element.attr("href")).append("\n");
        } else if (PARAGRAPHS.contains(node.nodeName())) {
            text.append("\n\n");
        }
    }
}
