package org.commonground.parting.process;

import static java.util.stream.Collectors.toMap;
import static org.commonground.parting.process.PartingQuestions.matter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.commonground.parting.ReplacementService;
import org.springframework.stereotype.Component;

/** Whether somebody is looked for in each role that nobody takes any more. */
@Component
@For("coordinator")
class SeekReplacement implements Step<SeekReplacement.Shown, SeekReplacement.Given> {

    private final ReplacementService replacements;

    SeekReplacement(ReplacementService replacements) {
        this.replacements = replacements;
    }

    @Override
    public Shown show(StepContext context) {
        UUID matter = matter(context);
        return new Shown(replacements.leaver(matter), replacements.openRoles(matter).stream()
                .map(role -> new Open(role.id().toString(), role.inWords(), role.reason())).toList());
    }

    @Override
    public void take(Given given, StepContext context) {
        Map<UUID, String> waivers = given.roles().stream().filter(row -> row.answer() == Answer.waive).collect(toMap(
                row -> UUID.fromString(row.key()), row -> Objects.requireNonNullElse(row.words(), ""), (one, same) -> one,
                LinkedHashMap::new));
        List<UUID> sought = given.roles().stream().filter(row -> row.answer() == Answer.seek).map(row -> UUID.fromString(row.key()))
                .toList();
        replacements.choose(matter(context), waivers, sought, context.person());
        context.set(PartingQuestions.REPLACEMENT_SOUGHT, !sought.isEmpty());
    }

    record Open(String key, String role, String why) {
    }

    record Shown(String leaver, List<Open> roles) {
    }

    /** As the form spells them. */
    enum Answer {
        seek, waive
    }

    /** @param words why the partnership goes on without; nothing where somebody is looked for */
    record Row(String key, Answer answer, String words) {
    }

    record Given(List<Row> roles) {
    }
}
