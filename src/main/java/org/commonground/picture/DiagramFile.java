package org.commonground.picture;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What the file of a process draws, in its own coordinates: pixels, from the left and from the top. Of several drawings in one file the
 * first counts.
 */
record DiagramFile(String name, List<Box> boxes, List<Flow> flows) {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String COLOUR = "http://www.omg.org/spec/BPMN/non-normative/color/1.0";
    private static final String MODELER_COLOUR = "http://bpmn.io/schema/bpmn/biocolor/1.0";
    /** Nothing else: what else may be written there can lead to another address. */
    private static final Pattern PLAIN_COLOUR = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    record Point(double x, double y) {
    }

    record Area(double x, double y, double width, double height) {

        double middle() {
            return x + width / 2;
        }

        double centre() {
            return y + height / 2;
        }

        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        Area wider(double pixels) {
            return new Area(x - pixels, y - pixels, width + 2 * pixels, height + 2 * pixels);
        }

        double size() {
            return width * height;
        }
    }

    /**
     * An event, a gateway or an activity.
     *
     * @param kind         the element's name, such as {@code userTask}
     * @param event        what an event waits for or tells, such as {@code timer}; empty for others
     * @param loop         {@code parallel} or {@code sequential} where it is done once for each of a list; else empty
     * @param label        where the words stand; null where they stand inside, or where the file does not say
     * @param fill         null where the file gives none, as is {@code line}
     * @param expanded     a subprocess whose inner life is drawn
     * @param begunByEvent a subprocess that an event begins
     * @param interrupting an event that ends what it sits on, or what it happens in
     */
    record Box(String id, String kind, String name, String event, String loop, Area area, Area label, String fill, String line,
            boolean expanded, boolean begunByEvent, boolean interrupting) {

        boolean isEvent() {
            return kind.endsWith("Event");
        }

        boolean isGateway() {
            return kind.endsWith("Gateway");
        }

        boolean isOnEdge() {
            return kind.equals("boundaryEvent");
        }

        /** What an event tells is drawn in full, what it waits for in outline. */
        boolean tells() {
            return kind.equals("intermediateThrowEvent") || kind.equals("endEvent");
        }
    }

    /** An arrow; {@code byDefault} if it is taken where no other condition holds. */
    record Flow(String id, String name, List<Point> way, Area label, String line, boolean byDefault) {
    }

    /** @throws IllegalArgumentException if it is no XML, names a document type, or draws nothing */
    static DiagramFile read(String bpmn) {
        Element root = root(bpmn);
        NodeList planes = root.getElementsByTagNameNS(DRAWING, "BPMNPlane");
        if (planes.getLength() == 0) {
            throw new IllegalArgumentException("This file has no drawing: open it in Modeler and draw it.");
        }
        Map<String, Element> meant = new HashMap<>();
        NodeList all = root.getElementsByTagNameNS(MODEL, "*");
        for (int i = 0; i < all.getLength(); i++) {
            meant.putIfAbsent(((Element) all.item(i)).getAttribute("id"), (Element) all.item(i));
        }
        List<Box> boxes = new ArrayList<>();
        List<Flow> flows = new ArrayList<>();
        Element plane = (Element) planes.item(0);
        for (Element drawn : children(plane)) {
            Element element = meant.get(drawn.getAttribute("bpmnElement"));
            if (element != null && drawn.getLocalName().equals("BPMNEdge") && element.getLocalName().equals("sequenceFlow")) {
                flows.add(flow(element, drawn, meant.get(element.getAttribute("sourceRef"))));
            } else if (element != null && drawn.getLocalName().equals("BPMNShape") && isBox(element.getLocalName())) {
                boxes.add(box(element, drawn));
            }
        }
        if (boxes.isEmpty()) {
            throw new IllegalArgumentException("The drawing of this file is empty: there is no box, event or gateway in it.");
        }
        Element process = meant.get(plane.getAttribute("bpmnElement"));
        return new DiagramFile(process == null ? "" : process.getAttribute("name"), boxes, flows);
    }

    private static boolean isBox(String kind) {
        return kind.endsWith("Event") || kind.endsWith("Gateway") || kind.endsWith("ask") || kind.equals("callActivity")
                || kind.equals("subProcess");
    }

    private static Element root(String bpmn) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(bpmn))).getDocumentElement();
        } catch (SAXException broken) {
            throw new IllegalArgumentException("This file cannot be read as XML: " + broken.getMessage(), broken);
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Box box(Element element, Element drawn) {
        String kind = element.getLocalName();
        String event = "";
        String loop = "";
        for (Element child : children(element)) {
            if (child.getLocalName().endsWith("EventDefinition")) {
                event = child.getLocalName().replace("EventDefinition", "");
            } else if (child.getLocalName().equals("multiInstanceLoopCharacteristics")) {
                loop = "true".equals(child.getAttribute("isSequential")) ? "sequential" : "parallel";
            }
        }
        boolean interrupting = !"false".equals(element.getAttribute(kind.equals("boundaryEvent") ? "cancelActivity" : "isInterrupting"));
        return new Box(element.getAttribute("id"), kind, element.getAttribute("name"), event, loop, area(drawn), label(drawn),
                colour(drawn, "background-color", "fill"), colour(drawn, "border-color", "stroke"),
                "true".equals(drawn.getAttribute("isExpanded")), "true".equals(element.getAttribute("triggeredByEvent")), interrupting);
    }

    private static Flow flow(Element element, Element drawn, Element source) {
        List<Point> way = new ArrayList<>();
        for (Element point : children(drawn)) {
            if (point.getLocalName().equals("waypoint")) {
                way.add(new Point(number(point, "x"), number(point, "y")));
            }
        }
        String id = element.getAttribute("id");
        if (way.size() < 2) {
            throw new IllegalArgumentException("The arrow " + id + " is drawn with fewer than two points.");
        }
        return new Flow(id, element.getAttribute("name"), way, label(drawn), colour(drawn, "border-color", "stroke"),
                source != null && source.getAttribute("default").equals(id));
    }

    private static Area area(Element drawn) {
        for (Element child : children(drawn)) {
            if (child.getLocalName().equals("Bounds")) {
                return new Area(number(child, "x"), number(child, "y"), number(child, "width"), number(child, "height"));
            }
        }
        throw new IllegalArgumentException("It is not said where " + drawn.getAttribute("bpmnElement") + " is drawn.");
    }

    private static Area label(Element drawn) {
        for (Element child : children(drawn)) {
            if (child.getLocalName().equals("BPMNLabel") && !children(child).isEmpty()) {
                return area(child);
            }
        }
        return null;
    }

    private static double number(Element element, String attribute) {
        try {
            double number = Double.parseDouble(element.getAttribute(attribute));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Said below.
        }
        throw new IllegalArgumentException("A place in the drawing is no number: " + attribute + "=\"" + element.getAttribute(attribute)
                + "\".");
    }

    private static String colour(Element drawn, String name, String modelersName) {
        String colour = drawn.hasAttributeNS(COLOUR, name) ? drawn.getAttributeNS(COLOUR, name)
                : drawn.getAttributeNS(MODELER_COLOUR, modelersName);
        return PLAIN_COLOUR.matcher(colour).matches() ? colour : null;
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(found);
            }
        }
        return children;
    }
}
