package org.soqljdbc.grammar.soql;

import java.util.List;

/** A WITH clause. */
public sealed interface With {

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of clause. */
    interface Visitor<R> {
        R mode(Mode clause);

        R dataCategory(DataCategory clause);

        R context(Context clause);

        R filter(Filter clause);
    }

    /** {@code WITH SECURITY_ENFORCED}, {@code USER_MODE}, {@code SYSTEM_MODE}: Apex only. */
    record Mode(Name name) implements With {

        /** The modes. */
        public enum Name {
            SECURITY_ENFORCED,
            USER_MODE,
            SYSTEM_MODE
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mode(this);
        }
    }

    /** {@code WITH DATA CATEGORY group AT category AND ...}. */
    record DataCategory(List<CategoryFilter> filters) implements With {
        public DataCategory {
            filters = List.copyOf(filters);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dataCategory(this);
        }
    }

    /** {@code group AT|ABOVE|BELOW|ABOVE_OR_BELOW (category, ...)}. */
    record CategoryFilter(String group, Selector selector, List<String> categories) {

        public CategoryFilter {
            categories = List.copyOf(categories);
        }

        /** Where in the tree of categories. */
        public enum Selector {
            AT,
            ABOVE,
            BELOW,
            ABOVE_OR_BELOW
        }
    }

    /** {@code WITH RecordVisibilityContext (name = value, ...)}. */
    record Context(String name, List<SoqlQuery.QueryOption> parameters) implements With {
        public Context {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.context(this);
        }
    }

    /** {@code WITH condition}, for instance {@code WITH UserId = '005...'}. */
    record Filter(Condition condition) implements With {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.filter(this);
        }
    }
}
