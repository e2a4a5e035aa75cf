package org.soqljdbc.bind.write;

import java.util.List;
import java.util.Optional;

/**
 * A MERGE whose names are found.
 *
 * @param upsert what it is where an external id finds the rows and both branches set the same; empty otherwise
 * @param branches otherwise: what each branch does to which rows, no row in two of them
 */
public record BoundMerge(TargetTable table, Optional<BoundInsert> upsert, List<Branch> branches) {

    public BoundMerge {
        branches = List.copyOf(branches);
    }

    /** One of both. */
    public record Branch(Optional<BoundUpdate> update, Optional<BoundInsert> insert) {}
}
