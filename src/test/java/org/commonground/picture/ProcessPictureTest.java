package org.commonground.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.commonground.picture.ProcessPicture.Note;
import org.commonground.picture.ProcessPicture.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Diagrams as our own pictures. Those of the product are kept in target/pictures to be looked at. */
class ProcessPictureTest {

    private static final int MOST_BYTES = 30_000;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String NASTY = "\"><img src=x onerror=alert(1)>";

    static Stream<Path> shipped() throws IOException {
        List<Path> diagrams = new ArrayList<>();
        for (String folder : List.of("processes", "src/test/resources/processes")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".bpmn")).sorted().forEach(diagrams::add);
            }
        }
        return diagrams.stream();
    }

    // What is shipped

    @ParameterizedTest
    @MethodSource("shipped")
    void each_box_event_and_gateway_stands_once_with_its_words_where_the_file_draws_it(Path file) throws Exception {
        Document picture = read(new ProcessPicture(Files.readString(file)));
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Set<String> expected = new HashSet<>();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            FlowElement element = (FlowElement) shape.getBpmnElement();
            expected.add("p-" + element.getId());
            List<Element> found = elements(picture, "//*[@id='p-" + element.getId() + "']");
            assertThat(found).as(element.getId()).hasSize(1);
            Bounds bounds = shape.getBounds();
            assertThat(placeOf(found.get(0))).as(element.getId())
                    .containsExactly(new double[] {bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()}, within(0.1));
            assertThat(words(found.get(0))).as(element.getId()).isEqualTo(element.getName() == null ? "" : element.getName());
            if (shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null) {
                Bounds label = shape.getBpmnLabel().getBounds();
                assertThat(elements(found.get(0), "text")).as(element.getId()).allSatisfy(line ->
                        assertThat(number(line, "x")).isEqualTo(label.getX() + label.getWidth() / 2, within(0.1)));
                assertThat(number(elements(found.get(0), "text").get(0), "y")).isBetween(label.getY(), label.getY() + 14);
            }
        }
        assertThat(elements(picture, "//g[@role='img']").stream().map(box -> box.getAttribute("id"))).hasSameElementsAs(expected);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void each_arrow_goes_its_way_and_is_labelled(Path file) throws Exception {
        Document picture = read(new ProcessPicture(Files.readString(file)));
        for (BpmnEdge edge : Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(BpmnEdge.class)) {
            FlowElement flow = (FlowElement) edge.getBpmnElement();
            List<Element> found = elements(picture, "//*[@id='p-" + flow.getId() + "']");
            assertThat(found).as(flow.getId()).hasSize(1);
            List<Waypoint> way = new ArrayList<>(edge.getWaypoints());
            List<Double> numbers = numbers(elements(found.get(0), "path").get(0).getAttribute("d"));
            assertThat(numbers).as("%s: begin, four numbers more than its own two for each corner, end", flow.getId())
                    .hasSize(4 + 6 * (way.size() - 2));
            assertThat(List.of(numbers.get(0), numbers.get(1))).isEqualTo(List.of(way.get(0).getX(), way.get(0).getY()));
            for (int corner = 1; corner < way.size() - 1; corner++) {
                assertThat(numbers.subList(6 * corner - 2, 6 * corner)).as(flow.getId())
                        .isEqualTo(List.of(way.get(corner).getX(), way.get(corner).getY()));
            }
            Waypoint end = way.get(way.size() - 1);
            assertThat(numbers.subList(numbers.size() - 2, numbers.size())).isEqualTo(List.of(end.getX(), end.getY()));
            assertThat(elements(found.get(0), "path[2]").get(0).getAttribute("d")).as("its head").startsWith("M" + Svg.figure(end.getX()));
            assertThat(words(found.get(0))).as(flow.getId()).isEqualTo(flow.getName() == null ? "" : flow.getName());
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void it_is_small_stands_for_itself_and_tells_of_each_box(Path file) throws Exception {
        ProcessPicture picture = new ProcessPicture(Files.readString(file));
        String svg = picture.svg("p");
        Path kept = Files.createDirectories(Path.of("target/pictures")).resolve(file.getFileName().toString().replace(".bpmn", ".svg"));
        Files.writeString(kept, svg);
        assertThat(svg.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
        assertThat(svg).doesNotContain("<script", "<style", "style=", "class=", "href", "url(", "<image", "<foreignObject", "NaN");
        Document read = read(picture);
        assertThat(read.getDocumentElement().getAttribute("aria-labelledby")).isEqualTo("p_title");
        assertThat(elements(read, "//*[@id='p_title'] | /svg/desc")).extracting(Element::getTextContent).hasSize(2).doesNotContain("");
        assertThat(elements(read, "//g[@role='img']")).allSatisfy(box -> {
            assertThat(elements(box, "title").get(0).getTextContent()).isNotBlank();
            assertThat(elements(box, "desc").get(0).getTextContent()).endsWith(".");
        });
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_colour_is_never_alone(Path file) {
        assertThat(DiagramFile.read(text(file)).boxes().stream().filter(box -> box.fill() != null && ActorSign.of(box.fill()).isEmpty()))
                .as("boxes with a colour that has no sign").isEmpty();
    }

    // Kinds

    @Test
    void each_kind_has_its_own_sign() throws Exception {
        Map<String, String> signs = new TreeMap<>();
        for (String kind : List.of("task", "userTask", "serviceTask", "businessRuleTask", "callActivity", "exclusiveGateway",
                "parallelGateway")) {
            signs.put(kind, sign("<" + kind + " id='A'/>", ""));
        }
        for (String kind : List.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent")) {
            signs.put(kind, sign("<" + kind + " id='A'/>", ""));
            signs.put(kind + " of a message", sign("<" + kind + " id='A'><messageEventDefinition/></" + kind + ">", ""));
        }
        signs.put("end of all", sign("<endEvent id='A'><terminateEventDefinition/></endEvent>", ""));
        signs.put("timer", sign("<boundaryEvent id='A'><timerEventDefinition/></boundaryEvent>", ""));
        signs.put("timer beside", sign("<boundaryEvent id='A' cancelActivity='false'><timerEventDefinition/></boundaryEvent>", ""));
        signs.put("start beside", sign("<startEvent id='A' isInterrupting='false'><timerEventDefinition/></startEvent>", ""));
        signs.put("frame", sign("<subProcess id='A'/>", "isExpanded='true'"));
        signs.put("closed", sign("<subProcess id='A'/>", ""));
        signs.put("for all", sign("<subProcess id='A'><multiInstanceLoopCharacteristics/></subProcess>", "isExpanded='true'"));
        signs.put("one by one",
                sign("<subProcess id='A'><multiInstanceLoopCharacteristics isSequential='true'/></subProcess>", "isExpanded='true'"));
        signs.put("begun by an event", sign("<subProcess id='A' triggeredByEvent='true'/>", "isExpanded='true'"));
        Map<String, List<String>> alike = signs.entrySet().stream()
                .collect(Collectors.groupingBy(Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        assertThat(alike.values().stream().filter(kinds -> kinds.size() > 1))
                .as("a wait and a boundary event differ by their place alone")
                .containsExactlyInAnyOrder(List.of("boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent"),
                        List.of("boundaryEvent of a message", "intermediateCatchEvent of a message"));
    }

    @Test
    void the_colours_of_the_file_are_kept_and_a_sign_and_a_legend_tell_whose_they_are() throws Exception {
        Document picture = read(new ProcessPicture(drawn("<userTask id='A' name='Sign'/>", "color:background-color='#db9a3c' "
                + "color:border-color='#331b00' bioc:fill='#ffffff'")));
        Element box = elements(picture, "//*[@id='p-A']").get(0);
        assertThat(elements(box, "rect").get(0).getAttribute("fill")).isEqualTo("#db9a3c");
        assertThat(elements(box, ".//*[@stroke]")).extracting(shape -> shape.getAttribute("stroke")).containsOnly("#331b00").hasSize(3);
        assertThat(elements(box, "desc").get(0).getTextContent()).isEqualTo("A step of staff.");
        assertThat(elements(picture, "/svg/text").stream().map(Element::getTextContent)).containsExactly("Staff");
    }

    @Test
    void a_colour_that_leads_elsewhere_is_none() {
        String svg = new ProcessPicture(drawn("<userTask id='A'/>", "bioc:fill='url(http://elsewhere.example/)' bioc:stroke='#0d4372'"))
                .svg("p");
        assertThat(svg).doesNotContain("elsewhere").contains("stroke=\"#0d4372\"");
    }

    @Test
    void the_way_that_is_taken_by_default_has_a_stroke() throws Exception {
        Document picture = read(new ProcessPicture(text(Path.of("src/test/resources/pictures/choice.bpmn"))));
        assertThat(elements(picture, "//*[@id='p-Flow_No']/path")).hasSize(3);
        assertThat(elements(picture, "//*[@id='p-Flow_Yes']/path")).hasSize(2);
        assertThat(words(elements(picture, "//*[@id='p-Flow_No']").get(0))).as("a label that the file gives no place").isEqualTo("no");
    }

    // How far it is

    @Test
    void what_is_done_current_and_coming_is_seen_and_told() throws Exception {
        Map<String, Note> notes = Map.of("Gateway_Choice", new Note(Progress.DONE, null, null),
                "Task_Answer", new Note(Progress.CURRENT, "3 of 5", "FAO and CARE are waited for."),
                "EndEvent_Over", new Note(Progress.COMING, null, null), "Task_Elsewhere", new Note(Progress.DONE, null, null));
        Document picture = read(new ProcessPicture(text(Path.of("src/test/resources/pictures/choice.bpmn")), notes));

        assertThat(elements(picture, "/svg/desc").get(0).getTextContent())
                .isEqualTo("Done: Choice?. Now: Answer (3 of 5). Still to come: Over.");
        Element done = elements(picture, "//*[@id='p-Gateway_Choice']").get(0);
        assertThat(elements(done, "circle")).as("a tick").hasSize(1);
        assertThat(elements(done, "desc").get(0).getTextContent()).isEqualTo("One way is taken. Done.");
        Element current = elements(picture, "//*[@id='p-Task_Answer']").get(0);
        assertThat(elements(current, "rect")).as("box, outline, and what stands behind the count").hasSize(3);
        assertThat(words(current)).isEqualTo("Answer 3 of 5");
        assertThat(elements(current, "desc").get(0).getTextContent())
                .isEqualTo("A step of people. Now: 3 of 5. FAO and CARE are waited for.");
        Element coming = elements(picture, "//*[@id='p-EndEvent_Over']").get(0);
        assertThat(elements(coming, "circle[@opacity]")).hasSize(1);
        assertThat(elements(picture, "//*[@opacity]")).as("words are never pale").hasSize(1);
    }

    @Test
    void only_what_is_current_is_counted() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Note(Progress.DONE, "3 of 5", null))
                .withMessage("Only what is current is counted, but “3 of 5” was said of a box that is not.");
    }

    // What people and files say

    @Test
    void the_word_now_leaves_the_words_of_an_event_readable() throws Exception {
        for (String event : List.of("Event_ReviewDue", "Event_MeetingDue")) {
            Document picture = read(new ProcessPicture(text(Path.of("processes/work.bpmn")),
                    Map.of(event, new Note(Progress.CURRENT, null, null))));
            Element drawn = elements(picture, "//*[@id='p-" + event + "']").get(0);
            assertThat(words(drawn)).as("above the event").endsWith("due now");
            double label = elements(drawn, "text").stream().mapToDouble(one -> Double.parseDouble(one.getAttribute("y"))).min()
                    .orElseThrow();
            Element pill = elements(drawn, "rect").get(0);
            assertThat(Double.parseDouble(pill.getAttribute("y"))).as("the pill begins below the label").isGreaterThan(label);
        }
    }

    @Test
    void what_people_wrote_stays_text() throws Exception {
        String label = NASTY.replace("\"", "&quot;").replace("<", "&lt;");
        String bpmn = drawn("<userTask id='A' name='" + label + "'/>", "").replace("A process", label);
        ProcessPicture picture = new ProcessPicture(bpmn, Map.of("A", new Note(Progress.CURRENT, NASTY, NASTY)));
        Document read = read(picture);
        assertThat(picture.svg("p")).doesNotContain("<img");
        assertThat(elements(read, "//*[local-name()='img'] | //@onerror/..")).isEmpty();
        assertThat(elements(read, "/svg/title").get(0).getTextContent()).isEqualTo(NASTY);
        assertThat(elements(read, "//*[@id='p-A']/title").get(0).getTextContent()).isEqualTo(NASTY);
        assertThat(elements(read, "//*[@id='p-A']/desc").get(0).getTextContent()).endsWith(NASTY);
        assertThat(elements(read, "//*[@id='p-A']/text")).extracting(Element::getTextContent).endsWith(NASTY);
    }

    @Test
    void two_pictures_on_one_page_share_no_id() throws Exception {
        ProcessPicture picture = new ProcessPicture(text(Path.of("src/test/resources/pictures/choice.bpmn")));
        Set<String> ids = new HashSet<>();
        for (String prefix : List.of("p", "p1")) {
            assertThat(elements(parsed(picture.svg(prefix)), "//*[@id]")).allSatisfy(one ->
                    assertThat(ids.add(one.getAttribute("id"))).as(one.getAttribute("id")).isTrue());
        }
        for (String prefix : List.of("", "1", "p-1", "p\"", "ä")) {
            assertThatIllegalArgumentException().isThrownBy(() -> picture.svg(prefix))
                    .withMessage("“" + prefix + "” does not do before an id: take letters and digits, a letter first.");
        }
    }

    @Test
    void what_cannot_be_drawn_is_refused() {
        assertRefused("<definitions", "This file cannot be read as XML: ");
        assertRefused("<!DOCTYPE definitions [<!ENTITY e 'e'>]>" + drawn("<task id='A'/>", ""), "This file cannot be read as XML: ");
        assertRefused("<definitions><process id='a'><task id='A'/></process></definitions>",
                "This file has no drawing: open it in Modeler and draw it.");
        assertRefused(drawn("<textAnnotation id='A'/>", ""), "The drawing of this file is empty: there is no box, event or gateway in it.");
        assertRefused(drawn("<task id='A'/>", "").replace("width='100'", "width='NaN'"),
                "A place in the drawing is no number: width=\"NaN\".");
        assertRefused(drawn("<task id='A'/>", "").replaceFirst("<dc:Bounds[^>]*>", ""), "It is not said where A is drawn.");
        assertRefused(text(Path.of("src/test/resources/pictures/choice.bpmn")).replaceFirst("<di:waypoint x=\"218\"[^>]*>", ""),
                "The arrow Flow_Begun is drawn with fewer than two points.");
    }

    private static void assertRefused(String bpmn, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProcessPicture(bpmn).svg("p"))
                .satisfies(refusal -> assertThat(refusal.getMessage()).startsWith(sentence));
    }

    /** As Modeler breaks them. */
    @Test
    void words_are_broken_into_lines_as_people_know_them() {
        assertThat(LabelLines.wrap("Check closing list", 12, 86)).containsExactly("Check closing", "list");
        assertThat(LabelLines.wrap("Choose support mechanism", 12, 86)).containsExactly("Choose", "support", "mechanism");
        assertThat(LabelLines.wrap("Follow-up", 12, 50)).containsExactly("Follow-", "up");
        assertThat(LabelLines.wrap("Two\nlines", 12, 86)).containsExactly("Two", "lines");
        assertThat(LabelLines.wrap("", 12, 86)).isEmpty();
        assertThat(LabelLines.wrap("🌱".repeat(40), 12, 86)).allSatisfy(line -> {
            assertThat(LabelLines.width(line, 12)).isLessThanOrEqualTo(86);
            assertThat(line.codePoints()).allMatch(character -> character == 0x1F331);
        });
        assertThat(LabelLines.wrap("W🌱", 12, 1)).as("never less than a letter").containsExactly("W", "🌱");
        assertThat(LabelLines.width("é—", 10)).isEqualTo(5.56 + 6, within(0.01));
    }

    // Reading pictures

    /** All that is drawn of one element at this place, but its words and numbers that say where. */
    private static String sign(String element, String shape) throws Exception {
        Element box = elements(read(new ProcessPicture(drawn(element, shape))), "//*[@id='p-A']").get(0);
        return elements(box, "circle | rect | path").stream().map(drawn -> drawn.getTagName() + " " + drawn.getAttribute("d") + " "
                + drawn.getAttribute("stroke-width") + " " + drawn.getAttribute("stroke-dasharray")).collect(Collectors.joining("; "));
    }

    private static String drawn(String element, String shape) {
        return """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI' \
                xmlns:dc='http://www.omg.org/spec/DD/20100524/DC' xmlns:bioc='http://bpmn.io/schema/bpmn/biocolor/1.0' \
                xmlns:color='http://www.omg.org/spec/BPMN/non-normative/color/1.0'>
                <process id='process' name='A process'>%s</process>
                <di:BPMNDiagram><di:BPMNPlane bpmnElement='process'>
                <di:BPMNShape bpmnElement='A' %s><dc:Bounds x='10' y='20' width='100' height='80'/></di:BPMNShape>
                </di:BPMNPlane></di:BPMNDiagram></definitions>
                """.formatted(element, shape);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Document read(ProcessPicture picture) throws Exception {
        return parsed(picture.svg("p"));
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Object within, String path) throws Exception {
        NodeList found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, within, XPathConstants.NODESET);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String words(Element group) throws Exception {
        return elements(group, "text").stream().map(Element::getTextContent).collect(Collectors.joining(" "));
    }

    /** Left, top, width and height of the first shape. */
    private static double[] placeOf(Element group) throws Exception {
        Element shape = elements(group, "circle | rect | path").get(0);
        return switch (shape.getTagName()) {
            case "rect" -> new double[] {number(shape, "x"), number(shape, "y"), number(shape, "width"), number(shape, "height")};
            case "circle" -> new double[] {number(shape, "cx") - number(shape, "r"), number(shape, "cy") - number(shape, "r"),
                    2 * number(shape, "r"), 2 * number(shape, "r")};
            default -> {
                List<Double> points = numbers(shape.getAttribute("d"));
                yield new double[] {points.get(6), points.get(1), points.get(2) - points.get(6), points.get(5) - points.get(1)};
            }
        };
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Double> numbers(String path) {
        return NUMBER.matcher(path).results().map(found -> Double.valueOf(found.group())).toList();
    }
}
