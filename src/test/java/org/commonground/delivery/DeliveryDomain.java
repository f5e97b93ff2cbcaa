package org.commonground.delivery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.commonground.agreement.AgreementCalendar;
import org.commonground.engine.MovableClock;
import org.commonground.foundation.Level;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Pace;
import org.commonground.foundation.PartnershipId;
import org.commonground.foundation.Refusal;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.negotiation.AgendaItem;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ContributionKind;
import org.commonground.organisation.OrganisationService;
import org.commonground.organisation.Registrations;
import org.commonground.organisation.RememberedAccounts;
import org.commonground.partnership.Aims;
import org.commonground.partnership.Objective;
import org.commonground.partnership.PartnershipService;
import org.commonground.partnership.Proposal;
import org.commonground.partnership.RoleRule;
import org.commonground.partnership.SampleAims;
import org.commonground.partnership.ScaleUp;
import org.commonground.partnership.SeatIn;
import org.commonground.partnership.Standing;
import org.commonground.stage.TestDatabase;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A test of the work in force on its own tables: what the agreement says is set by the test, nobody has to negotiate it first. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DataJdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(initializers = TestDatabase.class)
@RecordApplicationEvents
@Import(DeliveryDomain.Surroundings.class)
@interface DeliveryDomain {

    OrganisationId GOI = new OrganisationId("Goi");
    OrganisationId EU = new OrganisationId("Eu");
    OrganisationId NGO = new OrganisationId("Ngo");
    OrganisationId FFS = new OrganisationId("Ffs");
    OrganisationId SHOP = new OrganisationId("Shop");
    Seat DECIDER = new Seat(GOI, Role.DECISION_MAKER);
    Seat FUNDER = new Seat(EU, Role.RESOURCE_PROVIDER);
    Seat WORKER = new Seat(NGO, Role.IMPLEMENTER);
    Seat FARMERS = new Seat(FFS, Role.IMPLEMENTER);
    Seat FRIEND = new Seat(SHOP, Role.ALLY);
    /** The last day of a month, as it happens. */
    LocalDate SEALED = LocalDate.of(2027, 8, 31);
    AgreementCalendar CALENDAR = new AgreementCalendar(SEALED.atTime(15, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC, Pace.IN_EARNEST);
    String COORDINATOR = "coordinator";

    /** What is agreed; and a partnership of five that agreed on it. */
    class SampleAgreement implements AgreementReader {

        private final PartnershipService partnerships;
        private final OrganisationService organisations;
        AgreedWork work = new AgreedWork(1, CALENDAR, 3, 12, List.of(
                of(DECIDER, ContributionKind.POLICY_DECISION, "Spraying rules are changed", null, null),
                of(FUNDER, ContributionKind.FUNDS, "Money for the schools", "1000", "EUR"),
                of(WORKER, ContributionKind.ACTIVITIES, "Field schools", "40", "groups"),
                of(FARMERS, ContributionKind.FUNDS, "What the federation puts in", "50", "EUR")));
        List<AgendaItem> agenda = List.of();

        SampleAgreement(PartnershipService partnerships, OrganisationService organisations) {
            this.partnerships = partnerships;
            this.organisations = organisations;
        }

        PartnershipId inForce() {
            Map<OrganisationId, List<SeatIn>> held = new LinkedHashMap<>();
            List.of(DECIDER, FUNDER, WORKER, FARMERS, FRIEND).forEach(seat -> held.computeIfAbsent(seat.organisation(), one -> new ArrayList<>())
                    .add(new SeatIn(seat.role(), Level.LOCAL, null, null)));
            held.keySet().forEach(one -> {
                organisations.register(Registrations.of(one.code()), COORDINATOR);
                organisations.verify(one);
            });
            PartnershipId id = partnerships.propose(new Proposal("Cotton without poison", "Farmer Field Schools", "One district only"), GOI, "focal");
            partnerships.clarifyAims(id, new Aims("More cotton farmers manage pests", List.of(SampleAims.FEWER_SPRAYINGS,
                    new Objective("Yields hold.", "Quintals per hectare", "15", "15")), "Cotton farmers", "Their federation decides with us",
                    new ScaleUp(false, true, null, false), List.of(SampleAims.GUNTUR, SampleAims.WARANGAL), null, null, 36, false, GOI), "focal");
            partnerships.determineNeededRoles(id, List.of(new RoleRule("implementer", "local", "anywhere", null, "Somebody must do it.")));
            held.forEach((one, seats) -> partnerships.admit(id, one, one.equals(SHOP) ? Standing.ALLY : Standing.PARTNER, seats));
            return id;
        }

        private static Contribution of(Seat seat, ContributionKind kind, String what, String amount, String unit) {
            return new Contribution(null, seat.organisation(), seat.role(), kind, what, amount == null ? null : new BigDecimal(amount), unit,
                    SEALED, SEALED.plusMonths(12));
        }

        static void refused(String sentence, ThrowingCallable deed) {
            assertThatThrownBy(deed).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
        }

        @Override
        public AgreedWork work(PartnershipId partnership) {
            return work;
        }

        @Override
        public List<AgendaItem> agenda(PartnershipId partnership) {
            return agenda;
        }
    }

    @TestConfiguration
    @ComponentScan(basePackageClasses = {DeliveryService.class, PartnershipService.class, OrganisationService.class},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.process\\..*|.*Test.*|.*SealedAgreementReader|.*WorkInForce"))
    class Surroundings {

        @Bean
        SampleAgreement agreement(PartnershipService partnerships, OrganisationService organisations) {
            return new SampleAgreement(partnerships, organisations);
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        RememberedAccounts accounts() {
            return new RememberedAccounts();
        }
    }
}
