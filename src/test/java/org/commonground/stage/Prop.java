package org.commonground.stage;

/** Something on the stage that a test may change; after each test it is put back. */
public interface Prop {

    void putBack();
}
