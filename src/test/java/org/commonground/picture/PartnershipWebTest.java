package org.commonground.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.partnership.Link;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PartnershipWebTest {

    private static final NeededRole GAP = new NeededRole(UUID.randomUUID(), Role.EXPERT, Level.LOCAL, "Warangal", null,
            "A new area needs local partners.", null);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 8, 12, 50})
    void every_organisation_and_every_gap_is_drawn_once(int count) throws Exception {
        Document picture = read(web(count));
        assertThat(texts(picture, "//circle[@class='organisation']/title")).hasSize(count).doesNotHaveDuplicates();
        assertThat(texts(picture, "//circle[@class='gap']")).hasSize(2);
        assertThat(texts(picture, "//g/path[@class='link']")).hasSize(count / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 12, 50})
    void no_two_texts_meet(int count) throws Exception {
        List<Element> texts = elements(read(web(count)), "//g/text");
        List<double[]> boxes = texts.stream().map(PartnershipWebTest::box).toList();
        for (int one = 0; one < boxes.size(); one++) {
            for (int other = one + 1; other < boxes.size(); other++) {
                assertThat(meet(boxes.get(one), boxes.get(other)))
                        .as("“%s” and “%s”", texts.get(one).getTextContent(), texts.get(other).getTextContent()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 50})
    void everything_lies_within_the_picture(int count) throws Exception {
        Document picture = read(web(count));
        String[] view = picture.getDocumentElement().getAttribute("viewBox").split(" ");
        String[] hub = elements(picture, "//g").get(0).getAttribute("transform").replaceAll("[^0-9. -]", "").trim().split(" ");
        for (Element text : elements(picture, "//g/text")) {
            double[] box = box(text);
            assertThat(box[0] + Double.parseDouble(hub[0])).isNotNegative();
            assertThat(box[1] + Double.parseDouble(hub[1])).isNotNegative();
            assertThat(box[2] + Double.parseDouble(hub[0])).isLessThanOrEqualTo(Double.parseDouble(view[2]));
            assertThat(box[3] + Double.parseDouble(hub[1])).isLessThanOrEqualTo(Double.parseDouble(view[3]));
        }
    }

    @Test
    void each_kind_of_support_is_a_line_of_its_own_colour_and_pattern() throws Exception {
        List<SeatIn> seats = new ArrayList<>();
        for (Role role : Role.values()) {
            seats.add(new SeatIn(role, Level.STATE, null, null));
        }
        Document picture = read(new PartnershipWeb("Cotton", List.of(partner(1, "Everything Ltd", seats)), List.of(), List.of()));
        List<Element> lines = elements(picture, "//g/line");
        assertThat(lines).hasSize(Role.values().length);
        assertThat(lines).extracting(line -> line.getAttribute("stroke")).doesNotHaveDuplicates();
        assertThat(lines).extracting(line -> line.getAttribute("stroke-dasharray")).doesNotHaveDuplicates();
    }

    @Test
    void one_role_in_two_areas_is_one_line_that_names_both() throws Exception {
        PartnershipWeb web = new PartnershipWeb("Cotton", List.of(partner(1, "Trust", List.of(seat(Role.IMPLEMENTER, "Guntur"),
                seat(Role.IMPLEMENTER, "Warangal")))), List.of(), List.of());
        assertThat(elements(read(web), "//g/line")).hasSize(1);
        assertThat(web.rows()).containsExactly(new PartnershipWeb.Row("Trust", "Partner", "Local: implementer (Guntur, Warangal)", ""));
    }

    @Test
    void what_people_wrote_stays_text() throws Exception {
        String nasty = "<script>alert('1')</script> & \"Söhne\" %s ${x} \u0000\u0007\uD800 الجمعية 🌱";
        PartnershipWeb web = new PartnershipWeb(nasty,
                List.of(partner(1, nasty, List.of(seat(Role.EXPERT, nasty))), partner(2, "Two", List.of())),
                List.of(new NeededRole(UUID.randomUUID(), Role.EXPERT, Level.LOCAL, nasty, nasty, nasty, null)),
                List.of(new Link(id(1), id(2), nasty, Level.LOCAL)));
        Document picture = read(web);
        assertThat(elements(picture, "//script")).isEmpty();
        assertThat(texts(picture, "//circle/title").get(0))
                .isEqualTo("<script>alert('1')</script> & \"Söhne\" %s ${x} \uFFFD\uFFFD\uFFFD الجمعية 🌱");
    }

    @Test
    void the_longest_name_without_a_blank_fits() throws Exception {
        Document picture = read(new PartnershipWeb("W".repeat(120), List.of(partner(1, "W".repeat(120), List.of())), List.of(), List.of()));
        assertThat(elements(picture, "//g/text"))
                .allSatisfy(text -> assertThat(Svg.width(text.getTextContent(), size(text))).isLessThanOrEqualTo(250));
    }

    @Test
    void the_picture_says_what_it_is_to_those_who_do_not_see_it() throws Exception {
        Document picture = read(web(8));
        assertThat(picture.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(texts(picture, "/svg/title")).containsExactly("Partnership web: Cotton IPM");
        assertThat(texts(picture, "/svg/desc").get(0)).startsWith("8 partners, 4 connections, 2 needed roles that nobody holds yet.")
                .contains("Organisation number 3").contains("Nobody yet: Expert, local, Warangal.");
    }

    @Test
    void the_table_says_the_same() {
        List<PartnershipWeb.Row> rows = web(2).rows();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).isEqualTo(new PartnershipWeb.Row("Organisation number 0", "Partner", "National: decision maker",
                "Organisation number 1: Training (local)"));
        assertThat(rows.get(1).connectedWith()).isEqualTo("Organisation number 0: Training (local)");
        assertThat(rows.get(3)).isEqualTo(new PartnershipWeb.Row("Nobody yet", "Needed", "Expert, local, Warangal",
                "A new area needs local partners."));
    }

    @Test
    void as_the_source_of_an_image_it_is_the_same_picture() {
        String source = web(2).dataUri();
        assertThat(source).startsWith("data:image/svg+xml;base64,");
        assertThat(new String(Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1)), StandardCharsets.UTF_8))
                .isEqualTo(web(2).svg());
    }

    /** So many organisations over all levels and roles, every second connected with its neighbour, and two gaps. */
    private static PartnershipWeb web(int count) {
        List<PartnershipWeb.Partner> partners = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            partners.add(partner(i, "Organisation number " + i,
                    List.of(new SeatIn(Role.values()[i % 5], Level.values()[i % 3], null, null))));
            if (i % 2 == 1) {
                links.add(new Link(id(i - 1), id(i), "Training", Level.LOCAL));
            }
        }
        return new PartnershipWeb("Cotton IPM", partners, List.of(GAP, GAP), links);
    }

    private static PartnershipWeb.Partner partner(int nr, String name, List<SeatIn> seats) {
        return new PartnershipWeb.Partner(id(nr), name, Standing.PARTNER, seats);
    }

    private static SeatIn seat(Role role, String area) {
        return new SeatIn(role, Level.LOCAL, area, null);
    }

    private static OrganisationId id(int nr) {
        return new OrganisationId("Org" + nr);
    }

    private static Document read(PartnershipWeb web) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(web.svg().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document picture, String path) throws Exception {
        NodeList found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, picture, XPathConstants.NODESET);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<String> texts(Document picture, String path) throws Exception {
        return elements(picture, path).stream().map(Element::getTextContent).toList();
    }

    /** Left, top, right, bottom. */
    private static double[] box(Element text) {
        double width = Svg.width(text.getTextContent(), size(text));
        double x = text.hasAttribute("x") ? Double.parseDouble(text.getAttribute("x")) : 0;
        double y = Double.parseDouble(text.getAttribute("y"));
        double left = switch (text.getAttribute("text-anchor")) {
            case "end" -> x - width;
            case "middle" -> x - width / 2;
            default -> x;
        };
        return new double[] {left, y - size(text) * 0.8, left + width, y + size(text) * 0.2};
    }

    private static double size(Element text) {
        return Double.parseDouble(text.getAttribute("font-size"));
    }

    private static boolean meet(double[] one, double[] other) {
        return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
    }
}
