package org.commonground.selection;

import static org.commonground.foundation.Words.said;

/** What the candidates share, where they clash, and how that could be bridged. */
public record CommonGround(String shared, String clashes, String bridges) {

    public CommonGround {
        shared = said(shared, "Please say what the candidates share.");
        clashes = said(clashes, "Please say where they clash; “nowhere” is an answer.");
        bridges = said(bridges, "Please say how that could be bridged.");
    }
}
