package org.commonground.commitment.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.commonground.agreement.AgreedTerms;
import org.commonground.agreement.SealedAgreement;
import org.commonground.commitment.Commitment;
import org.commonground.commitment.CommitmentService;
import org.commonground.commitment.Offer;
import org.commonground.commitment.Payment;
import org.commonground.commitment.SeatLine;
import org.commonground.engine.Choice;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.engine.Takes;
import org.commonground.foundation.OrganisationId;
import org.commonground.foundation.Role;
import org.commonground.foundation.Seat;
import org.commonground.funding.Instalment;
import org.commonground.negotiation.Contribution;
import org.commonground.negotiation.ContributionKind;
import org.commonground.work.AgreedWork;
import org.commonground.orientation.OrientationService;
import org.springframework.stereotype.Component;

/**
 * What one seat brings to the work. Each role has a form of its own words; only that of resource providers asks when the money comes,
 * so that all else of it is empty where another form is shown.
 */
@Component
@For("${commitments.seatGroup(seat)}")
@Takes({"commit-policy-decisions", "commit-funds", "commit-expertise", "commit-activities", "commit-participation", "commit-support"})
class CommitContribution implements Step<CommitContribution.Shown, CommitContribution.Given> {

    private final CommitmentService commitments;
    private final OrientationService orientations;
    private final AgreedTerms agreements;

    CommitContribution(CommitmentService commitments, OrientationService orientations, AgreedTerms agreements) {
        this.commitments = commitments;
        this.orientations = orientations;
        this.agreements = agreements;
    }

    @Override
    public Shown show(StepContext context) {
        Seat seat = CommitmentVariables.seat(context);
        SealedAgreement agreement = agreements.of(context.partnership());
        List<SeatLine> lines = commitments.linesToAnswer(context.partnership(), seat);
        List<Agreed> agreed = lines.stream().map(Agreed::of).toList();
        List<Commitment> all = commitments.of(context.partnership());
        boolean money = seat.role() == Role.RESOURCE_PROVIDER;
        Map<OrganisationId, String> names = money ? orientations.names(context.partnership()) : Map.of();
        String name = names.get(seat.organisation());
        return new Shown(name == null ? commitments.inWords(seat) : CommitmentService.inWords(seat, name), agreement.version(),
                agreed.isEmpty(), agreed,
                agreed.isEmpty() ? List.of(new Further("")) : List.of(),
                all.stream().filter(one -> one.seat().equals(seat)).map(one -> Promised.of(one, lines)).toList(),
                all.stream().filter(one -> one.difference() != null && one.reason() != null)
                        .map(Difference::of).toList(),
                agreed.stream().map(line -> new Choice(line.nr() + " · " + line.what(), String.valueOf(line.nr()))).toList(),
                money ? Instalment.of(lines, commitments.today(context.partnership())) : List.of(),
                money ? Choice.ofOrganisations(orientations.namesStaying(context.partnership())) : List.of());
    }

    @Override
    public List<String> mailed(StepContext context) {
        List<String> agreed = new AgreedWork(agreements.of(context.partnership())).contributionsOf(CommitmentVariables.seat(context))
                .stream().map(AgreedWork::inWords).toList();
        return List.of(agreed.isEmpty() ? "The agreement names nothing for it yet: you say what you bring."
                : "The agreement names: " + String.join("; ", agreed) + ".");
    }

    @Override
    public void take(Given given, StepContext context) {
        commitments.commit(context.partnership(), CommitmentVariables.seat(context), given.version(), given.offers(), given.payments(),
                context.person());
    }

    /**
     * Where the agreement names nothing, a line waits to be filled.
     *
     * @param seat        in words
     * @param version     of the agreement
     * @param agreed      a row for each of its contributions in the agreement, as it stands there
     * @param further     begun where there is nothing else to fill in
     * @param promised    what the seat has promised before, where it is asked anew
     * @param differences what others bring otherwise than agreed, and why
     * @param lines       of the agreement, of which an instalment is a part
     * @param instalments a proposal: all of the money that has not come at once, on the day the agreement names
     */
    record Shown(String seat, int version, boolean nothingAgreed, List<Agreed> agreed, List<Further> further, List<Promised> promised,
            List<Difference> differences, List<Choice> lines, List<Instalment> instalments, List<Choice> receivers) {
    }

    record Agreed(int nr, String agreed, String what, BigDecimal amount, String unit, LocalDate from, LocalDate to) {

        static Agreed of(SeatLine line) {
            Contribution contribution = line.agreed();
            return new Agreed(line.nr(), AgreedWork.inWords(contribution), contribution.what(), contribution.amount(), contribution.unit(),
                    contribution.from(), contribution.to());
        }
    }

    record Further(String what) {
    }

    /**
     * @param came of the money; empty where none is counted
     * @param now  what becomes of it with this answer
     */
    record Promised(String what, String came, String now) {

        static Promised of(Commitment commitment, List<SeatLine> lines) {
            String now = lines.stream().filter(line -> line.before() != null && line.before().id().equals(commitment.id())).findFirst()
                    .map(line -> "Please answer line %d anew".formatted(line.nr()))
                    .orElse(commitment.isOpen() ? "Stays as it is" : commitment.state().label());
            return new Promised(commitment.inWords(), commitment.received().signum() == 0 ? "" : commitment.receivedInWords(), now);
        }
    }

    record Difference(String who, String what, String difference, String reason) {

        static Difference of(Commitment commitment) {
            return new Difference(commitment.name(), commitment.what(), commitment.difference(), commitment.reason());
        }
    }

    record Instalment(String line, LocalDate due, BigDecimal amount) {

        static List<Instalment> of(List<SeatLine> lines, LocalDate today) {
            return lines.stream().filter(line -> line.agreed().kind() == ContributionKind.FUNDS).flatMap(line -> {
                LocalDate from = line.agreed().from();
                BigDecimal rest = line.before() == null ? line.agreed().amount()
                        : line.agreed().amount().subtract(line.before().received());
                return rest.signum() <= 0 ? Stream.empty()
                        : Stream.of(new Instalment(String.valueOf(line.nr()),
                                line.before() != null && from.isBefore(today) ? today : from, rest));
            }).toList();
        }
    }

    /**
     * @param version     of the agreement that was shown
     * @param agreed      a row for each line of the agreement
     * @param instalments null in the forms that do not ask for money
     * @param further     what goes beyond the agreement
     */
    record Given(Integer version, List<Offered> agreed, List<Part> instalments, List<Offered> further) {

        List<Offer> offers() {
            return Stream.concat(agreed.stream(), further.stream()).map(Offered::offer).toList();
        }

        /** What goes beyond the agreement comes in one payment. */
        List<Payment> payments() {
            return instalments == null ? List.of() : Stream.concat(instalments.stream().map(part -> part.payment(agreed)),
                    IntStream.range(0, further.size()).mapToObj(nr -> further.get(nr).payment(agreed.size() + nr))).toList();
        }
    }

    /** One row of what a seat commits; each form asks what fits its role. */
    record Offered(Integer nr, String what, String detail, BigDecimal amount, String unit, LocalDate from, LocalDate to, boolean cannot,
            String reason, LocalDate due, String receiver) {

        Offer offer() {
            return new Offer(nr, what, detail, amount, unit, from, to, cannot, reason);
        }

        Payment payment(int of) {
            return new Payment(of, due, amount, new OrganisationId(receiver));
        }
    }

    /** @param line not asked for where there is only one */
    record Part(String line, LocalDate due, BigDecimal amount, String receiver) {

        Payment payment(List<Offered> agreed) {
            int of = line == null ? 0 : agreed.stream().map(one -> String.valueOf(one.nr())).toList().indexOf(line);
            return new Payment(of, due, amount, new OrganisationId(receiver));
        }
    }
}
