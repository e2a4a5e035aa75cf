package org.soqljdbc.jdbc.base;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.ShardingKey;
import java.sql.Struct;
import org.soqljdbc.error.SqlErrors;

/** Refuses what an org has nothing like: savepoints, structured types, shards. */
public interface RefusedConnectionCalls extends Connection {

    @Override
    default Savepoint setSavepoint() throws SQLException {
        throw SqlErrors.unsupported("Connection.setSavepoint");
    }

    @Override
    default Savepoint setSavepoint(String name) throws SQLException {
        throw SqlErrors.unsupported("Connection.setSavepoint");
    }

    @Override
    default void releaseSavepoint(Savepoint savepoint) throws SQLException {
        throw SqlErrors.unsupported("Connection.releaseSavepoint");
    }

    @Override
    default void rollback(Savepoint savepoint) throws SQLException {
        throw SqlErrors.unsupported("Connection.rollback to a savepoint");
    }

    @Override
    default SQLXML createSQLXML() throws SQLException {
        throw SqlErrors.unsupported("Connection.createSQLXML");
    }

    @Override
    default Struct createStruct(String typeName, Object[] attributes) throws SQLException {
        throw SqlErrors.unsupported("Connection.createStruct");
    }

    @Override
    default void setShardingKey(ShardingKey key) throws SQLException {
        throw SqlErrors.unsupported("Connection.setShardingKey");
    }

    @Override
    default void setShardingKey(ShardingKey key, ShardingKey superKey) throws SQLException {
        throw SqlErrors.unsupported("Connection.setShardingKey");
    }

    @Override
    default boolean setShardingKeyIfValid(ShardingKey key, int timeout) throws SQLException {
        throw SqlErrors.unsupported("Connection.setShardingKeyIfValid");
    }

    @Override
    default boolean setShardingKeyIfValid(ShardingKey key, ShardingKey superKey, int timeout) throws SQLException {
        throw SqlErrors.unsupported("Connection.setShardingKeyIfValid");
    }
}
