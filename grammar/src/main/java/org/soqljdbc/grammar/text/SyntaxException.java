package org.soqljdbc.grammar.text;

/** A text that is not of its language: where, what was found and what was expected. */
public final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Position position;
    private final String problem;

    public SyntaxException(Position position, String problem) {
        super("line " + position.line() + ":" + position.column() + ": " + problem, null, false, true);
        this.position = position;
        this.problem = problem;
    }

    /** Where the text stops being of its language. */
    public Position position() {
        return position;
    }

    /** What is wrong, without the position: {@code found 'FORM', expected FROM}. */
    public String problem() {
        return problem;
    }
}
