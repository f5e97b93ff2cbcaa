package org.commonground.stage;

import org.commonground.foundation.Fact;
import org.commonground.foundation.Messenger;

/** Stand for the diagrams where there is no engine: they wait for every fact, or for none. */
public class Diagrams implements Messenger, Prop {

    public boolean waits = true;
    public Fact last;

    @Override
    public boolean reaches(Fact fact) {
        last = fact;
        return waits;
    }

    @Override
    public void putBack() {
        waits = true;
        last = null;
    }
}
