package dev.albedo.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** Databases that are created beside a database to try things on, and dropped again. */
public interface ScratchPlace {

    /** What the names of scratch databases begin with. */
    String PREFIX = "albedo_scratch_";

    /**
     * Creates a scratch database, and drops those that an interrupted run left an hour ago or longer.
     *
     * @param server a session in any database of the server
     * @param name begins with {@link #PREFIX} and is plain
     * @param copied whether it is a copy of that session's database, to which no other session may be connected; else it is
     *     empty
     */
    void create(Connection server, String name, boolean copied) throws SQLException;

    /** Drops a scratch database and ends the sessions in it. */
    void drop(Connection server, String name) throws SQLException;

    /** Puts a session of an empty scratch database into its default schema, whatever the URL or the role says. */
    void enterDefaultSchema(Connection scratch) throws SQLException;

    /**
     * Creates in a scratch database what a database has that no migration creates, such as extensions, unless it is there.
     *
     * @throws SQLException if the server cannot
     */
    void equip(Connection database, Connection scratch) throws SQLException;
}
