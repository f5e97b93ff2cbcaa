package org.commonground.home.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.commonground.document.DocumentAudience;
import org.commonground.engine.Heading;
import org.commonground.engine.Names;
import org.commonground.filing.Bringer;
import org.commonground.filing.CallsForFile;
import org.commonground.filing.Filed;
import org.commonground.filing.FiledKind;
import org.commonground.filing.FilingService;
import org.commonground.filing.Folder;
import org.commonground.foundation.Days;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.organisation.OrganisationCard;
import org.commonground.organisation.OrganisationService;
import org.springframework.stereotype.Component;

/** What the page of a folder shows to one person. */
@Component
class FileList {

    private static final int SHORT = 16;

    private final FilingService filing;
    private final OrganisationService organisations;
    private final List<Heading> headings;
    private final Names names;

    FileList(FilingService filing, OrganisationService organisations, List<Heading> headings, Names names) {
        this.filing = filing;
        this.organisations = organisations;
        this.headings = headings;
        this.names = names;
    }

    static String address(Folder folder) {
        return folder.isOfPartnership() ? "/partnerships/" + folder.partnership() + "/files"
                : "/organisations/" + folder.organisation() + "/files";
    }

    /** @param done the number of a file that has just been added, replaced or taken back, or null */
    Page of(Bringer bringer, Folder folder, Chosen chosen, String done) {
        List<Filed> files = filing.files(bringer, folder);
        String key = folder.isOfPartnership() ? folder.partnership().value() : folder.organisation().code();
        Heading.Line title = headings.stream().map(heading -> heading.of(key)).flatMap(Optional::stream).findFirst()
                .orElseThrow(() -> new NotFound("There is nothing here."));
        Map<OrganisationId, String> called = organisations.cards(files.stream().map(Filed::organisation).filter(Objects::nonNull)
                .distinct().toList()).values().stream().collect(Collectors.toMap(OrganisationCard::id, OrganisationCard::name));
        return new Page(title.title(), folder.isOfPartnership() ? title.number() + " · " + title.phase() : null, address(folder),
                files.stream().map(filed -> row(bringer, filed, called)).toList(),
                filing.mayBring(bringer, folder) ? form(bringer, folder, chosen) : null,
                files.stream().filter(filed -> filed.id().toString().equals(done)).findFirst().map(FileList::told).orElse(null));
    }

    private static String told(Filed filed) {
        String name = filed.newest().name();
        return !filed.isOffered() ? "“%s” was taken back.".formatted(name)
                : filed.versions().size() > 1 ? "“%s” is version %d now. The one before can still be read.".formatted(name,
                        filed.newest().nr()) : "“%s” was added.".formatted(name);
    }

    private Row row(Bringer bringer, Filed filed, Map<OrganisationId, String> called) {
        String of = filed.organisation() == null ? "the secretariat" : called.get(filed.organisation());
        List<Version> versions = filed.versions().stream().map(version -> new Version(version.nr(), version.name(),
                FilingService.inWords(version.size()), day(version.at().atOffset(ZoneOffset.UTC).toLocalDate()),
                names.person(version.by()), version.sha256())).toList();
        return new Row(filed.id().toString(), filed.kind().label(), filed.step() == null ? null : filed.step().label(), of,
                seenBy(filed.audience(), of), versions.get(0), versions.subList(1, versions.size()), filed.isOffered() ? null
                        : new TakenBack(filed.takenBack().reason(), day(filed.takenBack().at().atOffset(ZoneOffset.UTC).toLocalDate()),
                                names.person(filed.takenBack().by())),
                filed.isOffered() && filing.isOwn(bringer, filed) && filing.mayBring(bringer, filed.folder()));
    }

    private static String seenBy(DocumentAudience.Kind audience, String of) {
        return switch (audience) {
            case MEMBERS -> "All members and the secretariat";
            case ORGANISATION -> "People of " + of + " and the secretariat";
            case STAFF -> "The secretariat";
        };
    }

    private static String day(LocalDate day) {
        return Days.inWords(day);
    }

    private Form form(Bringer bringer, Folder folder, Chosen chosen) {
        List<OrganisationId> own = filing.namesOf(bringer, folder);
        Map<OrganisationId, OrganisationCard> cards = organisations.cards(own);
        List<Option> inTheNameOf = own.stream().map(one -> new Option(one.code(), cards.get(one).name(),
                one.code().equals(chosen.organisation))).collect(Collectors.toList());
        if (bringer.coordinator() && folder.isOfPartnership()) {
            inTheNameOf.add(new Option("", "The secretariat", chosen.organisation == null || chosen.organisation.isEmpty()));
        }
        Optional<CallsForFile> step = CallsForFile.of(chosen.step);
        String kind = chosen.kind == null ? step.map(one -> one.kind().key()).orElse(folder.isOfPartnership() ? null
                : FiledKind.REGISTRATION.key()) : chosen.kind;
        String only = inTheNameOf.size() == 1 ? inTheNameOf.get(0).key().isEmpty() ? "Only the secretariat"
                : "Only people of %s and the secretariat".formatted(inTheNameOf.get(0).label())
                : "Only people of the organisation for which I add it, and the secretariat";
        boolean close = step.filter(one -> one.kind() == FiledKind.SIGNATURE || one.kind() == FiledKind.RECEIPT).isPresent();
        return new Form(step.map(CallsForFile::form).orElse(null), step.map(CallsForFile::label).orElse(null),
                Arrays.stream(FiledKind.values()).map(one -> new Option(one.key(), one.label(), one.key().equals(kind))).toList(),
                inTheNameOf, only, chosen.audience == null ? close ? "own" : null : chosen.audience, folder.isOfPartnership(),
                FilingService.inWords(FilingService.MOST_OF_ONE));
    }

    /** What the person had chosen before something was refused, or where it comes from; null where nothing. */
    record Chosen(String step, String kind, String audience, String organisation) {

        static final Chosen NOTHING = new Chosen(null, null, null, null);
    }

    /**
     * @param about number and phase; null where it is an organisation's folder
     * @param form  null where the person only reads
     * @param told  what has just been done, or null
     */
    record Page(String title, String about, String address, List<Row> files, Form form, String told) {
    }

    /**
     * @param step  the step that called for it, or null
     * @param taken why it is not offered any more; null while it is
     * @param own   whether this person may replace it and take it back
     */
    record Row(String id, String kind, String step, String of, String seenBy, Version newest, List<Version> earlier, TakenBack taken,
            boolean own) {
    }

    record Version(int nr, String name, String size, String day, String person, String sha256) {

        public String fingerprint() {
            return sha256.substring(0, SHORT) + "…";
        }
    }

    record TakenBack(String reason, String day, String person) {
    }

    /**
     * @param step   the form of the step that called for a file, or null
     * @param called how that step is called, or null
     * @param only   what it means that not all members see the file
     * @param asksWho whether who sees it is a question at all
     */
    record Form(String step, String called, List<Option> kinds, List<Option> inTheNameOf, String only, String audience, boolean asksWho,
            String most) {
    }

    record Option(String key, String label, boolean chosen) {
    }
}
