package org.commonground.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.commonground.document.Alphabet;
import org.commonground.foundation.OrganisationId;

/** Whether all of an agreement can be printed. What cannot is named with its place and with who can mend it. */
final class Printable {

    private Printable() {
    }

    /** A sentence for each place with a character that no font of the paper has. */
    static List<String> complaints(Basis basis, Map<OrganisationId, List<String>> maySign) {
        List<String> complaints = new ArrayList<>();
        complain(complaints, "The title “%s”".formatted(basis.partnership().title()), basis.partnership().title(),
                "Please tell the administrator.");
        Stream.of(basis.signing(), basis.partners(), basis.allies()).flatMap(List::stream).distinct().forEach(organisation ->
                complain(complaints, "Party “%s”".formatted(basis.name(organisation)), basis.name(organisation),
                        "Its name comes from the registry: please tell the administrator."));
        maySign.forEach((organisation, names) -> names.forEach(name -> complain(complaints,
                "“%s”, who may sign for %s".formatted(name, basis.name(organisation)), name,
                "Its focal point can give somebody else the mandate in “Update people”.")));
        // The terms are the same words once more, and so are the names.
        if (complaints.isEmpty()) {
            AgreementText.clauses(basis).stream().filter(clause -> !clause.key().equals(AgreementText.TERMS))
                    .forEach(clause -> complain(complaints, "Clause %s, %s".formatted(clause.number(),
                    clause.heading().toLowerCase()), all(clause), mend(clause)));
        }
        return complaints;
    }

    private static void complain(List<String> complaints, String place, String text, String mend) {
        Optional<String> character = Alphabet.unprintable(text);
        character.ifPresent(one -> complaints.add("%s: %s cannot be printed. %s".formatted(place, one, mend)));
    }

    private static String all(Clause clause) {
        List<String> parts = new ArrayList<>(clause.paragraphs());
        if (clause.table() != null) {
            clause.table().rows().forEach(parts::addAll);
        }
        return String.join("\n", parts);
    }

    private static String mend(Clause clause) {
        return clause.key().startsWith(AgreementText.TOPIC)
                ? "You can reopen topic %s with a reason.".formatted(clause.key().substring(AgreementText.TOPIC.length()))
                : clause.key().equals("contributions") ? "You can reopen topic 4 with a reason."
                : "Please tell the administrator: this was written before there were topics.";
    }
}
