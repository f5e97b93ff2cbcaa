package org.commonground.filing;

import static org.commonground.foundation.Words.said;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.commonground.document.DocumentAudience;
import org.commonground.document.Documents;
import org.commonground.document.Examination;
import org.commonground.document.FileName;
import org.commonground.document.FileType;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.organisation.OrganisationService;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Phase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that people bring: members of a partnership and who serves them to it, an organisation's people to the registry. */
@Service
public class FilingService {

    /** What one organisation, or the secretariat, may bring to one folder, all versions together. */
    public static final long MOST_OF_ONE = 200L * 1024 * 1024;
    /** What one partnership may hold. */
    public static final long MOST_TOGETHER = 1024L * 1024 * 1024;

    private static final int MOST_VERSIONS = 50;
    private static final int LONGEST_REASON = 500;
    private static final String NOTHING = "There is no such file.";

    private final FilingTables tables;
    private final PartnershipService partnerships;
    private final OrganisationService organisations;
    private final ObjectProvider<HeldFast> rooms;
    private final Clock clock;

    FilingService(FilingTables tables, PartnershipService partnerships, OrganisationService organisations, ObjectProvider<HeldFast> rooms,
            Clock clock) {
        this.tables = tables;
        this.partnerships = partnerships;
        this.organisations = organisations;
        this.rooms = rooms;
        this.clock = clock;
    }

    // Who sees what

    /** Whether the folder exists for this person: members of this moment, the organisation's own people, and staff. */
    public boolean mayOpen(Bringer reader, Folder folder) {
        if (folder.isOfPartnership()) {
            return partnerships.title(folder.partnership()).isPresent() && (reader.staff()
                    || partnerships.memberIds(folder.partnership()).stream().anyMatch(reader::isOf));
        }
        return organisations.find(folder.organisation()).isPresent() && (reader.staff() || reader.isOf(folder.organisation()));
    }

    /** The files that this person may see, the newest first; what was taken back is named, and its content not offered. */
    public List<Filed> files(Bringer reader, Folder folder) {
        expectOpen(reader, folder);
        return tables.in(folder).stream().filter(filed -> isFor(reader, filed)).toList();
    }

    /** One of them; not found where the person may not see it. */
    public Filed file(Bringer reader, Folder folder, UUID id) {
        expectOpen(reader, folder);
        return tables.find(id).filter(filed -> filed.folder().equals(folder) && isFor(reader, filed))
                .orElseThrow(() -> new NotFound(NOTHING));
    }

    /** What an organisation has brought to a partnership of one kind and still offers, the newest first; for rooms that rely on it. */
    public List<Filed> of(PartnershipId partnership, OrganisationId organisation, FiledKind kind) {
        return tables.in(Folder.of(partnership)).stream().filter(one -> one.isOffered() && one.kind() == kind
                && organisation.equals(one.organisation())).toList();
    }

    /** A version of what is offered; not found where there is none. */
    public Filed.Version version(Filed filed, int nr) {
        return filed.versions().stream().filter(version -> filed.isOffered() && version.nr() == nr).findFirst()
                .orElseThrow(() -> new NotFound(NOTHING));
    }

    /** Writes the content, after it was held against its hash in full. */
    public void write(Filed filed, Filed.Version version, OutputStream out) {
        tables.write(filed.id(), version, out);
    }

    private static boolean isFor(Bringer reader, Filed filed) {
        return reader.staff() || switch (filed.audience()) {
            case MEMBERS -> true;
            case ORGANISATION -> reader.isOf(filed.organisation());
            case STAFF -> false;
        };
    }

    private void expectOpen(Bringer reader, Folder folder) {
        if (!mayOpen(reader, folder)) {
            throw new NotFound("There is nothing here.");
        }
    }

    // Who brings what

    /** In whose name the person may bring a file there: organisations that belong to it now. */
    public List<OrganisationId> namesOf(Bringer bringer, Folder folder) {
        List<OrganisationId> there = folder.isOfPartnership() ? partnerships.memberIds(folder.partnership())
                : List.of(folder.organisation());
        return there.stream().filter(bringer::isOf).toList();
    }

    /** Whether anything can be brought there by this person; staff that serves nobody only reads. */
    public boolean mayBring(Bringer bringer, Folder folder) {
        return !hasEnded(folder) && (bringer.coordinator() || !namesOf(bringer, folder).isEmpty());
    }

    private boolean hasEnded(Folder folder) {
        return folder.isOfPartnership() && partnerships.title(folder.partnership()).orElseThrow().phase() == Phase.ENDED;
    }

    /**
     * Keeps a new file.
     *
     * @param organisation in whose name; null for whoever serves the partners
     * @param step         the step that called for it, or null
     */
    @Transactional
    public Filed add(Bringer bringer, Folder folder, OrganisationId organisation, FiledKind kind, DocumentAudience.Kind audience,
            CallsForFile step, Brought brought) {
        expectOpen(bringer, folder);
        OrganisationId owner = owner(bringer, folder, organisation);
        Refusal.unless(kind != null, "Please say what the file is.");
        DocumentAudience.Kind readers = readers(folder, organisation, audience);
        Filed.Version version = looked(1, brought, bringer);
        expectRoom(folder, owner, version);
        tables.in(folder).stream().filter(one -> one.isOffered() && Objects.equals(one.organisation(), owner)
                && one.newest().sha256().equals(version.sha256())).findFirst().ifPresent(same -> {
                    throw new Refusal("This very file is here already: “%s”.".formatted(same.newest().name()));
                });
        Filed filed = new Filed(UUID.randomUUID(), folder, owner, kind, readers, step, List.of(version), null);
        tables.add(filed);
        tables.add(filed.id(), version, brought.content());
        return filed;
    }

    private OrganisationId owner(Bringer bringer, Folder folder, OrganisationId organisation) {
        Refusal.unless(!hasEnded(folder), "This partnership has ended. Its files can be read, and none is added any more.");
        if (!folder.isOfPartnership()) {
            Refusal.unless(bringer.coordinator() || bringer.isOf(folder.organisation()), "You can read these files, and not add any.");
            return folder.organisation();
        }
        if (organisation == null) {
            Refusal.unless(bringer.coordinator(), "Please say for which organisation you add the file.");
            return null;
        }
        Refusal.unless(namesOf(bringer, folder).contains(organisation), "You cannot add a file in the name of this organisation.");
        return organisation;
    }

    private static DocumentAudience.Kind readers(Folder folder, OrganisationId organisation, DocumentAudience.Kind audience) {
        if (!folder.isOfPartnership()) {
            return DocumentAudience.Kind.ORGANISATION;
        }
        Refusal.unless(audience != null, "Please choose who may see the file.");
        if (audience == DocumentAudience.Kind.MEMBERS) {
            return audience;
        }
        return organisation == null ? DocumentAudience.Kind.STAFF : DocumentAudience.Kind.ORGANISATION;
    }

    /** Puts another content in its place. The one before stays and can be read as an earlier version, by the same people. */
    @Transactional
    public Filed replace(Bringer bringer, Folder folder, UUID id, Brought brought) {
        Filed filed = own(bringer, folder, id);
        Filed.Version version = looked(filed.newest().nr() + 1, brought, bringer);
        Refusal.unless(!version.sha256().equals(filed.newest().sha256()), ("“%s” is the same as version %d, byte by byte. Please choose the"
                + " file that is to take its place.").formatted(version.name(), filed.newest().nr()));
        Refusal.unless(version.nr() <= MOST_VERSIONS, "There are %d versions of this file already. Please add it as a new file."
                .formatted(MOST_VERSIONS));
        expectRoom(folder, filed.organisation(), version);
        tables.add(filed.id(), version, brought.content());
        return tables.find(id).orElseThrow();
    }

    /** From now on the content is offered to nobody; that there was a file, and why it was taken back, stays to be read. */
    @Transactional
    public void takeBack(Bringer bringer, Folder folder, UUID id, String reason) {
        Filed filed = own(bringer, folder, id);
        String why = said(reason, "Please say why: whoever could see the file reads it.");
        Refusal.unless(why.length() <= LONGEST_REASON, "Please say why in at most %d letters.".formatted(LONGEST_REASON));
        tables.takeBack(filed.id(), new Filed.TakenBack(why, now(), bringer.user()));
    }

    /** Whether this file is this person's to replace or take back. */
    public boolean isOwn(Bringer bringer, Filed filed) {
        return filed.organisation() == null || !filed.folder().isOfPartnership() && bringer.coordinator() ? bringer.coordinator()
                : namesOf(bringer, filed.folder()).contains(filed.organisation());
    }

    private Filed own(Bringer bringer, Folder folder, UUID id) {
        Filed filed = file(bringer, folder, id);
        if (folder.isOfPartnership()) {
            partnerships.oneAtATime(folder.partnership());
        }
        Refusal.unless(!hasEnded(folder), "This partnership has ended. Its files stay as they are.");
        Refusal.unless(isOwn(bringer, filed), "Only those who added this file can replace it or take it back.");
        Filed now = tables.find(id).orElseThrow();
        Refusal.unless(now.isOffered(), "This file was taken back already. Please add it as a new one.");
        rooms.stream().map(room -> room.why(id)).flatMap(Optional::stream).findFirst().ifPresent(why -> {
            throw new Refusal(why);
        });
        return now;
    }

    /** What the content says it is; it is never called otherwise afterwards. */
    private Filed.Version looked(int nr, Brought brought, Bringer bringer) {
        Refusal.unless(brought != null && brought.name() != null && !brought.name().isBlank(), "Please choose a file first.");
        String plain = FileName.withoutPlace(brought.name());
        String ending = FileName.endingOf(brought.name());
        FileType type = Examination.typeOf(ending.isEmpty() ? plain : plain + "." + ending, brought.content());
        return new Filed.Version(nr, FileName.of(plain, type.ending()), type, brought.content().length,
                Documents.sha256(brought.content()), now(), bringer.user());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void expectRoom(Folder folder, OrganisationId owner, Filed.Version version) {
        if (folder.isOfPartnership()) {
            // Two who add at one moment would both find the last place.
            partnerships.oneAtATime(folder.partnership());
            Refusal.unless(tables.bytesIn(folder.partnership()) + version.size() <= MOST_TOGETHER, ("The files of this partnership may have"
                    + " %s together, and there is no room for this one. Please save it smaller, or tell the coordinator.")
                            .formatted(inWords(MOST_TOGETHER)));
        }
        long there = tables.bytesOf(owner, folder);
        Refusal.unless(there + version.size() <= MOST_OF_ONE, ("Each organisation may add %s here, all versions counted; %s of yours are"
                + " used, and this file has %s. Please save it smaller.").formatted(inWords(MOST_OF_ONE), inWords(there),
                        inWords(version.size())));
    }

    /** Such as {@code 240 KB} or {@code 1.5 MB}, counted as the limits are. */
    public static String inWords(long bytes) {
        List<String> units = new ArrayList<>(List.of("KB", "MB", "GB"));
        double number = bytes / 1024.0;
        while (number >= 1000 && units.size() > 1) {
            number /= 1024;
            units.remove(0);
        }
        boolean whole = number >= 100 || number == Math.rint(number) || units.get(0).equals("KB");
        return (whole ? "%.0f %s" : "%.1f %s").formatted(whole ? Math.max(1, number) : number, units.get(0));
    }
}
