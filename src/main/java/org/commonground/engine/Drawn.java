package org.commonground.engine;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

/** One element of a diagram or a decision. Plain XML: the engine's own model takes seconds at start-up for what is asked here. */
record Drawn(Element element) {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/";

    /** The outermost element; empty where the text is no XML, or names a document type: its entities read files or fill the memory. */
    static Optional<Drawn> read(String text) {
        return read(new InputSource(new StringReader(text)));
    }

    /** In the encoding that the file itself names, as the engine reads it. */
    static Optional<Drawn> read(byte[] file) {
        return read(new InputSource(new ByteArrayInputStream(file)));
    }

    private static Optional<Drawn> read(InputSource source) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return Optional.of(new Drawn(builder.parse(source).getDocumentElement()));
        } catch (SAXException broken) {
            return Optional.empty();
        } catch (CharConversionException wrongEncoding) {
            return Optional.empty();
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Such as {@code userTask}, without its namespace. */
    String kind() {
        return element.getLocalName();
    }

    String id() {
        return get("id");
    }

    String name() {
        return get("name");
    }

    String namespace() {
        return element.getNamespaceURI();
    }

    /** The values of an attribute of this name, whatever its namespace. */
    List<String> values(String attribute) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node one = element.getAttributes().item(i);
            if (attribute.equals(one.getLocalName())) {
                values.add(one.getNodeValue());
            }
        }
        return values;
    }

    boolean hasName() {
        return name() != null && !name().isBlank();
    }

    /** The attribute, or null. */
    String get(String attribute) {
        return element.hasAttribute(attribute) ? element.getAttribute(attribute) : null;
    }

    /** The attribute that Camunda added, or null. */
    String camunda(String attribute) {
        for (String language : List.of("bpmn", "dmn")) {
            if (element.hasAttributeNS(CAMUNDA + language, attribute)) {
                return element.getAttributeNS(CAMUNDA + language, attribute);
            }
        }
        return null;
    }

    boolean isTicked(String attribute) {
        return "true".equals(camunda(attribute));
    }

    String text() {
        return element.getTextContent().strip();
    }

    /** Null for the outermost. */
    Drawn parent() {
        return element.getParentNode() instanceof Element parent ? new Drawn(parent) : null;
    }

    List<Drawn> children(String kind) {
        return children().stream().filter(child -> child.kind().equals(kind)).toList();
    }

    List<Drawn> children() {
        List<Drawn> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(new Drawn(found));
            }
        }
        return children;
    }

    /** All of this kind, however deep, in the order of the file. */
    List<Drawn> all(String kind) {
        NodeList found = element.getElementsByTagNameNS("*", kind);
        List<Drawn> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add(new Drawn((Element) found.item(i)));
        }
        return all;
    }
}
