package org.commonground.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonground.document.SampleFiles.pdf;
import static org.commonground.document.SampleFiles.picture;
import static org.commonground.document.SampleFiles.text;
import static org.commonground.stage.Refusals.refused;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.commonground.document.DocumentAudience.Kind;
import org.commonground.document.Documents;
import org.commonground.document.FileType;
import org.commonground.foundation.NotFound;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Role;
import org.commonground.partnership.PartnershipService;
import org.commonground.stage.DomainTest;
import org.commonground.stage.Ladder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** FAO and the federation are members, the retail chain is not; the coordinator serves them. */
@DomainTest
class FilingServiceTest {

    private static final OrganisationId FAO = new OrganisationId("Fao");
    private static final OrganisationId FFS = new OrganisationId("Ffs");
    private static final OrganisationId SHOP = new OrganisationId("Shop");
    private static final Bringer EXPERT = new Bringer("faoExpert", Set.of(FAO), false, false);
    private static final Bringer FARMER = new Bringer("ffsParticipant", Set.of(FFS), false, false);
    private static final Bringer BUYER = new Bringer("shopAlly", Set.of(SHOP), false, false);
    private static final Bringer COORDINATOR = new Bringer("coordinator", Set.of(), true, true);
    private static final Bringer MANAGER = new Bringer("manager", Set.of(), true, false);

    @Autowired
    FilingService filing;
    @Autowired
    PartnershipService partnerships;
    @Autowired
    Ladder ladder;
    @Autowired
    JdbcTemplate jdbc;

    private PartnershipId cotton;
    private Folder folder;

    @BeforeEach
    void a_partnership_of_two() {
        ladder.verified(List.of(FAO, FFS, SHOP));
        cotton = ladder.inForce(Map.of(FAO, Role.EXPERT, FFS, Role.PARTICIPANT));
        folder = Folder.of(cotton);
    }

    // What is kept

    @Test
    void a_file_comes_back_byte_by_byte_with_all_that_was_said_of_it() {
        byte[] photo = new byte[1_200_000];
        System.arraycopy(picture("png", 30), 0, photo, 0, picture("png", 30).length);
        Filed filed = filing.add(EXPERT, folder, FAO, FiledKind.PHOTO, Kind.MEMBERS, CallsForFile.REPORT_PROGRESS,
                new Brought("C:\\pictures\\../school in Guntur.PNG", photo));
        assertThat(filing.files(FARMER, folder)).singleElement().usingRecursiveComparison().isEqualTo(filed);
        assertThat(filed.newest().name()).isEqualTo("school in Guntur.png");
        assertThat(filed.newest().type()).isEqualTo(FileType.PNG);
        assertThat(filed.newest().size()).isEqualTo(photo.length);
        assertThat(filed.newest().sha256()).isEqualTo(Documents.sha256(photo));
        assertThat(filed.newest().by()).isEqualTo("faoExpert");
        assertThat(filed.step()).isEqualTo(CallsForFile.REPORT_PROGRESS);
        assertThat(content(filed, 1)).isEqualTo(photo);
    }

    @Test
    void what_is_replaced_stays_as_an_earlier_version() {
        Filed first = minutes(EXPERT, FAO, Kind.MEMBERS, "We met.");
        Filed both = filing.replace(EXPERT, folder, first.id(), new Brought("minutes, mended.txt", text("We met on Monday.")));
        assertThat(both.versions()).extracting(Filed.Version::nr).containsExactly(2, 1);
        assertThat(both.newest().name()).isEqualTo("minutes, mended.txt");
        assertThat(content(both, 1)).isEqualTo(text("We met."));
        assertThat(content(both, 2)).isEqualTo(text("We met on Monday."));
        assertThat(filing.files(FARMER, folder)).as("one file").hasSize(1);
    }

    @Test
    void a_changed_content_is_never_handed_out() {
        Filed filed = minutes(EXPERT, FAO, Kind.MEMBERS, "We met.");
        jdbc.update("update filed_part set content = ? where filed = ?", text("We won."), filed.id());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> filing.write(filed, filed.newest(), out)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hash");
        assertThat(out.size()).isZero();
    }

    @Test
    void what_is_taken_back_is_named_and_not_offered() {
        Filed filed = minutes(EXPERT, FAO, Kind.MEMBERS, "We met.");
        refused("Please say why: whoever could see the file reads it.", () -> filing.takeBack(EXPERT, folder, filed.id(), " "));
        refused("Please say why in at most 500 letters.", () -> filing.takeBack(EXPERT, folder, filed.id(), "x".repeat(501)));
        filing.takeBack(EXPERT, folder, filed.id(), "It names a child.");
        Filed seen = filing.file(FARMER, folder, filed.id());
        assertThat(seen.takenBack().reason()).isEqualTo("It names a child.");
        assertThatThrownBy(() -> filing.version(seen, 1)).isInstanceOf(NotFound.class);
        String gone = "This file was taken back already. Please add it as a new one.";
        refused(gone, () -> filing.takeBack(EXPERT, folder, filed.id(), "Again"));
        refused(gone,
                () -> filing.replace(EXPERT, folder, filed.id(), new Brought("x.txt", text("x"))));
    }

    // Who sees and who may

    @Test
    void a_file_is_seen_by_whom_it_was_said_before() {
        Filed all = minutes(EXPERT, FAO, Kind.MEMBERS, "For all");
        Filed own = minutes(EXPERT, FAO, Kind.ORGANISATION, "For FAO");
        Filed house = minutes(COORDINATOR, null, Kind.ORGANISATION, "For the secretariat");
        assertThat(house.audience()).isEqualTo(Kind.STAFF);
        assertThat(filing.files(EXPERT, folder)).extracting(Filed::id).containsExactlyInAnyOrder(all.id(), own.id());
        assertThat(filing.files(FARMER, folder)).extracting(Filed::id).containsExactly(all.id());
        assertThat(filing.files(MANAGER, folder)).extracting(Filed::id).containsExactlyInAnyOrder(all.id(), own.id(), house.id());
        assertThatThrownBy(() -> filing.file(FARMER, folder, own.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> filing.files(BUYER, folder)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> filing.file(BUYER, folder, all.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> filing.file(EXPERT, Folder.of(FAO), all.id())).as("not in this folder").isInstanceOf(NotFound.class);
    }

    @Test
    void who_leaves_sees_and_brings_nothing_any_more_and_its_files_stay() {
        Filed given = minutes(FARMER, FFS, Kind.MEMBERS, "Ours");
        partnerships.leave(cotton, FFS, "No time this year", "ffsParticipant");
        assertThatThrownBy(() -> filing.files(FARMER, folder)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> minutes(FARMER, FFS, Kind.MEMBERS, "Still ours")).isInstanceOf(NotFound.class);
        assertThat(filing.files(EXPERT, folder)).extracting(Filed::id).containsExactly(given.id());
    }

    @Test
    void only_members_and_who_serves_them_bring_files_and_in_their_own_name() {
        assertThatThrownBy(() -> minutes(BUYER, SHOP, Kind.MEMBERS, "x")).isInstanceOf(NotFound.class);
        refused("You cannot add a file in the name of this organisation.", () -> minutes(FARMER, FAO, Kind.MEMBERS, "x"));
        refused("Please say for which organisation you add the file.", () -> minutes(FARMER, null, Kind.MEMBERS, "x"));
        refused("Please say for which organisation you add the file.", () -> minutes(MANAGER, null, Kind.MEMBERS, "x"));
        refused("Please choose who may see the file.", () -> minutes(FARMER, FFS, null, "x"));
        refused("Please say what the file is.", () -> filing.add(FARMER, folder, FFS, null, Kind.MEMBERS, null,
                new Brought("x.txt", text("x"))));
        refused("Please choose a file first.", () -> filing.add(FARMER, folder, FFS, FiledKind.OTHER, Kind.MEMBERS, null,
                new Brought(" ", text("x"))));
        assertThat(filing.mayBring(MANAGER, folder)).isFalse();
        assertThat(filing.mayBring(COORDINATOR, folder)).isTrue();
    }

    @Test
    void nobody_replaces_or_takes_back_what_others_brought() {
        Filed filed = minutes(EXPERT, FAO, Kind.MEMBERS, "We met.");
        String sentence = "Only those who added this file can replace it or take it back.";
        for (Bringer other : List.of(FARMER, COORDINATOR, MANAGER)) {
            refused(sentence, () -> filing.replace(other, folder, filed.id(), new Brought("x.txt", text("x"))));
            refused(sentence, () -> filing.takeBack(other, folder, filed.id(), "Not ours"));
        }
        assertThat(filing.file(EXPERT, folder, filed.id())).usingRecursiveComparison().isEqualTo(filed);
    }

    @Test
    void the_same_file_is_not_kept_twice() {
        Filed filed = minutes(EXPERT, FAO, Kind.MEMBERS, "We met.");
        refused("This very file is here already: “minutes.txt”.", () -> minutes(EXPERT, FAO, Kind.MEMBERS, "We met."));
        refused("“minutes.txt” is the same as version 1, byte by byte. Please choose the file that is to take its place.",
                () -> filing.replace(EXPERT, folder, filed.id(), new Brought("minutes.txt", text("We met."))));
        minutes(FARMER, FFS, Kind.MEMBERS, "We met.");
    }

    // How much

    @Test
    void an_organisation_has_its_share_and_the_partnership_its_room() {
        Filed large = minutes(EXPERT, FAO, Kind.MEMBERS, "large");
        jdbc.update("update filed_version set size_bytes = ? where filed = ?", 200 * 1024 * 1024 - 2, large.id());
        refused("Each organisation may add 200 MB here, all versions counted; 200 MB of yours are used, and this file has 1 KB. Please save"
                + " it smaller.", () -> minutes(EXPERT, FAO, Kind.MEMBERS, "more"));
        refused("Each organisation may add 200 MB here, all versions counted; 200 MB of yours are used, and this file has 1 KB. Please save"
                + " it smaller.", () -> filing.replace(EXPERT, folder, large.id(), new Brought("x.txt", text("more"))));
        minutes(FARMER, FFS, Kind.MEMBERS, "others have their own");
        jdbc.update("update filed_version set size_bytes = ? where filed = ?", 1024 * 1024 * 1024 - 22, large.id());
        refused("The files of this partnership may have 1 GB together, and there is no room for this one. Please save it smaller, or tell"
                + " the coordinator.", () -> minutes(FARMER, FFS, Kind.MEMBERS, "and all of it has an end"));
    }

    @Test
    void once_it_has_ended_files_are_read_only() {
        Filed filed = minutes(EXPERT, FAO, Kind.MEMBERS, "We met.");
        jdbc.update("update partnership set phase = 'ENDED' where id = ?", cotton.value());
        assertThat(filing.files(EXPERT, folder)).hasSize(1);
        assertThat(filing.mayBring(EXPERT, folder)).isFalse();
        refused("This partnership has ended. Its files can be read, and none is added any more.",
                () -> minutes(EXPERT, FAO, Kind.MEMBERS, "More"));
        refused("This partnership has ended. Its files stay as they are.", () -> filing.takeBack(EXPERT, folder, filed.id(), "Late"));
    }

    // The registry

    @Test
    void an_organisation_has_a_folder_of_its_own_in_the_registry() {
        Folder registry = Folder.of(FAO);
        Filed ours = filing.add(EXPERT, registry, null, FiledKind.REGISTRATION, null, CallsForFile.RENEW_REGISTRATION,
                new Brought("certificate.pdf", pdf()));
        assertThat(ours.organisation()).isEqualTo(FAO);
        assertThat(ours.audience()).isEqualTo(Kind.ORGANISATION);
        assertThat(filing.files(COORDINATOR, registry)).hasSize(1);
        assertThat(filing.files(EXPERT, folder)).as("not in the partnership").isEmpty();
        assertThatThrownBy(() -> filing.files(FARMER, registry)).isInstanceOf(NotFound.class);
        refused("You can read these files, and not add any.", () -> filing.add(MANAGER, registry, null, FiledKind.OTHER, null, null,
                new Brought("x.txt", text("x"))));
        assertThatThrownBy(() -> filing.files(COORDINATOR, Folder.of(new OrganisationId("Nobody")))).isInstanceOf(NotFound.class);
    }

    @Test
    void sizes_are_said_as_people_say_them() {
        assertThat(List.of(1L, 240_000L, 1_600_000L, 20L * 1024 * 1024, FilingService.MOST_TOGETHER).stream().map(FilingService::inWords))
                .containsExactly("1 KB", "234 KB", "1.5 MB", "20 MB", "1 GB");
    }

    private Filed minutes(Bringer bringer, OrganisationId organisation, Kind audience, String words) {
        return filing.add(bringer, folder, organisation, FiledKind.MINUTES, audience, null, new Brought("minutes.txt", text(words)));
    }

    private byte[] content(Filed filed, int nr) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        filing.write(filed, filing.version(filed, nr), out);
        return out.toByteArray();
    }
}
