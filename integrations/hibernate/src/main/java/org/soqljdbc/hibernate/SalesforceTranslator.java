package org.soqljdbc.hibernate;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.hibernate.sql.ast.spi.AbstractSqlAstTranslator;
import org.hibernate.sql.ast.spi.StandardSqlAstTranslatorFactory;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.select.QueryPart;
import org.hibernate.sql.exec.spi.JdbcOperation;

/** Writes LIMIT and OFFSET as SOQL spells them. */
final class SalesforceTranslator<T extends JdbcOperation> extends AbstractSqlAstTranslator<T> {

    static final SqlAstTranslatorFactory FACTORY = new StandardSqlAstTranslatorFactory() {
        @Override
        protected <O extends JdbcOperation> SqlAstTranslator<O> buildTranslator(
                SessionFactoryImplementor factory, Statement statement) {
            return new SalesforceTranslator<>(factory, statement);
        }
    };

    private SalesforceTranslator(SessionFactoryImplementor factory, Statement statement) {
        super(factory, statement);
    }

    /** WITH TIES and PERCENT have no such spelling: they are written as the standard says, for the driver to refuse. */
    @Override
    public void visitOffsetFetchClause(QueryPart query) {
        if (isRowsOnlyFetchClauseType(query)) {
            renderLimitOffsetClause(query);
        } else {
            renderOffsetFetchClause(query, true);
        }
    }
}
