package org.soqljdbc.catalog;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.catalog.CatalogCache.Learnt;

/** Where what was learnt outlives the process. What it gives was never checked by this process. */
public interface CatalogStore {

    /** Keeps nothing. */
    CatalogStore NONE = new CatalogStore() {

        @Override
        public Optional<Learnt<List<ObjectSummary>>> objects() {
            return Optional.empty();
        }

        @Override
        public Optional<Learnt<SObject>> object(String name) {
            return Optional.empty();
        }

        @Override
        public void keepObjects(Learnt<List<ObjectSummary>> learnt) {
            // Nothing is kept.
        }

        @Override
        public void keep(String asked, Learnt<SObject> learnt) {
            // Nothing is kept.
        }
    };

    Optional<Learnt<List<ObjectSummary>>> objects();

    Optional<Learnt<SObject>> object(String name);

    /** Does nothing where it cannot. */
    void keepObjects(Learnt<List<ObjectSummary>> learnt);

    /** Does nothing where it cannot. @param asked the name it was asked by */
    void keep(String asked, Learnt<SObject> learnt);
}
