package org.soqljdbc.grammar.soql;

/**
 * The string after LIKE.
 *
 * @param pattern {@code %} any text, {@code _} one character, {@code \%}, {@code \_} and {@code \\} the character
 *     itself; every other escape of the text is already resolved
 */
public record LikePattern(String pattern) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.likePattern(this);
    }
}
