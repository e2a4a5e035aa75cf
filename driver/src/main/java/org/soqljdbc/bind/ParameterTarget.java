package org.soqljdbc.bind;

import org.soqljdbc.types.Column;

/**
 * What a {@code ?} stands for.
 *
 * @param column the field it is compared with, or a stand-in of the type that its place takes
 * @param place where it stands
 */
public record ParameterTarget(Column column, Place place) {

    /** The places that differ in what a parameter may be. */
    public enum Place {
        /** One literal. */
        SINGLE,
        /** The pattern after LIKE. */
        PATTERN,
        /** An element of a list, or a whole list: an array gives several literals. */
        LIST
    }
}
