package org.commonground.notice;

/**
 * What else time brings, looked for at every sweep by the room that knows of it. Several nodes may look at once, and as often as they
 * like: who was told already is not told again. A node that comes second may be refused a key.
 */
public interface Watch {

    void look();
}
