package org.commonground.picture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.partnership.Link;
import org.commonground.partnership.NeededRole;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;

/**
 * Who supports a partnership in which role at which level, who is connected with whom, and what is missing: the spider diagram of
 * the FAO/LenCD guidance, as a picture and as a table that say the same.
 *
 * @param title the partnership's
 * @param gaps  needed roles that nobody holds
 * @param links between those partners
 */
public record PartnershipWeb(String title, List<Partner> partners, List<NeededRole> gaps, List<Link> links) {

    /** An organisation in the web, full partner or ally. */
    public record Partner(OrganisationId id, String name, Standing standing, List<SeatIn> seats) {

        /** The highest level it acts at: there it is anchored. */
        Level level() {
            return seats.stream().map(SeatIn::level).min(Level::compareTo).orElse(Level.LOCAL);
        }

        /** The roles it holds at the level, each once. */
        List<Role> roles(Level level) {
            return seats.stream().filter(seat -> seat.level() == level).map(SeatIn::role).distinct().sorted().toList();
        }

        /** {@code Decision maker, resource provider}, at whatever level. */
        String roles() {
            String words = seats.stream().map(SeatIn::role).distinct().sorted().map(role -> role.label().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }

        /** {@code Local: implementer (Guntur, Warangal), expert}, one entry for each level; then what was said of how it belongs. */
        List<String> takesPartAs() {
            return Stream.concat(Stream.of(Level.values()).filter(level -> !roles(level).isEmpty())
                    .map(level -> level.label() + ": " + roles(level).stream().map(role -> named(role, level))
                            .collect(Collectors.joining(", "))),
                    seats.stream().map(SeatIn::belongs).filter(Objects::nonNull).distinct().map("How it belongs there: "::concat)).toList();
        }

        private String named(Role role, Level level) {
            String places = seats.stream().filter(seat -> seat.role() == role && seat.level() == level && seat.area() != null)
                    .map(SeatIn::area).distinct().collect(Collectors.joining(", "));
            return role.label().toLowerCase(Locale.ROOT) + (places.isEmpty() ? "" : " (" + places + ")");
        }
    }

    /**
     * One line of the table.
     *
     * @param organisation  its name, or for a gap that there is nobody yet
     * @param connectedWith with whom and about what; for a gap why the role is needed
     */
    public record Row(String organisation, String standing, String takesPartAs, String connectedWith) {
    }

    static final String NOBODY = "Nobody yet";

    /** The picture, to be put into a page as it is. */
    public String svg() {
        return new WebDrawing(this, null).draw();
    }

    /** The same for a page on which the names lead somewhere. */
    public String svg(Function<OrganisationId, String> addresses) {
        return new WebDrawing(this, addresses).draw();
    }

    /** The picture as the source of an image. */
    public String dataUri() {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg().getBytes(StandardCharsets.UTF_8));
    }

    /** The same in words: a line for each organisation, then one for each gap. */
    public List<Row> rows() {
        Map<OrganisationId, String> names = names();
        List<Row> rows = new ArrayList<>();
        for (Partner partner : partners) {
            rows.add(new Row(partner.name(), partner.standing().label(), String.join("; ", partner.takesPartAs()), links.stream()
                    .filter(link -> link.one().equals(partner.id()) || link.other().equals(partner.id()))
                    .map(link -> names.get(link.one().equals(partner.id()) ? link.other() : link.one()) + ": " + link.about()
                            + " (" + link.level().key() + ")")
                    .collect(Collectors.joining("; "))));
        }
        for (NeededRole gap : gaps) {
            rows.add(new Row(NOBODY, "Needed", gap.inWords(), gap.reason()));
        }
        return rows;
    }

    Map<OrganisationId, String> names() {
        return partners.stream().collect(Collectors.toMap(Partner::id, Partner::name));
    }

    /** The web in one sentence, for those who do not see it. */
    String inWords() {
        long allies = partners.stream().filter(partner -> partner.standing() == Standing.ALLY).count();
        Function<Long, String> partnersInWords = count -> count + (count == 1 ? " partner" : " partners");
        return partnersInWords.apply(partners.size() - allies)
                + (allies == 0 ? "" : allies == 1 ? ", 1 ally" : ", " + allies + " allies")
                + (links.isEmpty() ? "" : links.size() == 1 ? ", 1 connection" : ", " + links.size() + " connections")
                + (gaps.isEmpty() ? "" : gaps.size() == 1 ? ", 1 needed role that nobody holds yet"
                        : ", " + gaps.size() + " needed roles that nobody holds yet");
    }
}
