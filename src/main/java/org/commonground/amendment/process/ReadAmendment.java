package org.commonground.amendment.process;

import static org.commonground.amendment.process.AmendmentVariables.matter;

import java.util.List;

import org.commonground.amendment.AmendmentReaders;
import org.commonground.amendment.AmendmentReaders.Sheet;
import org.commonground.amendment.AmendmentReaders.Side;
import org.commonground.engine.For;
import org.commonground.engine.Step;
import org.commonground.engine.StepContext;
import org.springframework.stereotype.Component;

/** What the others agreed on, read by a partner that need not sign it, before it is sealed. */
@Component
@For("${organisations.group(party)}")
class ReadAmendment implements Step<ReadAmendment.Shown, ReadAmendment.Given> {

    private final AmendmentReaders readers;

    ReadAmendment(AmendmentReaders readers) {
        this.readers = readers;
    }

    @Override
    public Shown show(StepContext context) {
        Sheet sheet = readers.sheet(matter(context));
        return new Shown(sheet.proposer(), sheet.why(), sheet.whoSigns(), sheet.changes());
    }

    @Override
    public void take(Given given, StepContext context) {
        readers.read(matter(context), context.party(), given.answer().equals("concerned"), given.words(), context.person());
    }

    record Shown(String proposer, String why, String whoSigns, List<Side> changes) {
    }

    record Given(String answer, String words) {
    }
}
