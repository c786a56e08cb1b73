package dev.albedo.dialect.postgresql.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.dialect.SchemaReader;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a transaction changed is read as everything is, though most of it is not read again. */
class RereadTest {

    private static final SchemaFilter FILTER =
            new SchemaFilter(Set.of("other"), Set.of(), Set.of(QualifiedName.of("child")));

    private static final String[] TABLES = {
        "create schema other",
        "create type state as enum ('NEW', 'OLD')",
        "create type point3 as (x integer, y integer)",
        "create sequence number",
        "create table parent (id integer generated always as identity primary key, name varchar(20) collate \"C\")",
        "create table other.far (id integer primary key, parent integer references parent (id))",
        "create table customer (id serial primary key, parent integer constraint fk references parent (id),"
                + " state state default 'NEW', no bigint default nextval('number'), p point3,"
                + " constraint ck check (no > 0))",
        "create index ix on customer (lower(no::text)) where id > 1",
        "create table bystander (id integer primary key, customer integer references customer (id), n bigint"
                + " default nextval('number'))",
        "create index ix_by on bystander (n desc)",
        "create table base (a integer, constraint ck_a check (a > 0))",
        "create table child (b integer) inherits (base)",
        "create table parted (id integer, at integer) partition by range (at)",
        "create table parted_1 partition of parted for values from (0) to (10)",
    };

    private final SchemaReader reader = new PostgresSchemaReader(Dialects.spelling());
    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
        database.execute(TABLES);
        connection = database.connect();
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    private void change(String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "alter table customer add email varchar(50) not null default 'x'",
                "alter table customer rename to client",
                "alter table customer rename column id to key",
                "alter table parent rename to mother",
                "alter table parent rename column id to key",
                "alter table parent rename constraint parent_pkey to pk",
                "alter index ix rename to ix2",
                "alter index customer_pkey rename to pk",
                "drop index ix",
                "create index ix3 on customer (state, parent) where no > 3",
                "create index on parent (name)",
                "alter sequence number rename to counter",
                "alter sequence number increment by 7",
                "alter sequence customer_id_seq owned by bystander.id",
                "drop sequence number cascade",
                "drop table customer cascade",
                "drop table parent cascade",
                "drop table bystander; create table bystander (other integer)",
                "create table fresh (id integer references parent (id), n serial)",
                "create table other.fresh (id integer references parent (id))",
                "alter table customer rename to tmp; alter table bystander rename to customer;"
                        + " alter table tmp rename to bystander",
                "alter table base rename to ground",
                "alter table base rename column a to z",
                "alter table base drop constraint ck_a",
                "alter table base add c integer",
                "alter table child no inherit base",
                "alter table parted add n integer not null default 0",
                "drop table parted",
                "alter type state add value 'HELD'",
                "create type more as enum ('A')",
                "alter type point3 add attribute z integer",
                "alter type point3 rename attribute y to w",
                "alter table customer alter state type text using state::text; drop type state cascade",
                "comment on table customer is 'buyers'",
                "comment on column customer.no is 'number'",
                "comment on type state is 'states'",
                "comment on sequence number is 'numbers'",
                "comment on column point3.x is 'left'",
                "alter table customer drop constraint fk",
                "alter table customer validate constraint fk",
                "alter table other.far drop column parent",
                "alter table parent alter id set increment by 5",
                "alter table parent alter id drop identity",
                "alter table customer set schema other",
                "drop schema other cascade",
            })
    void anyChangeIsSeen(String change) throws SQLException {
        SchemaReader.Reread reread = reader.reread(connection, FILTER);
        Schema before = reader.read(connection, FILTER);
        change(change);

        assertThat(reread.read()).isEqualTo(reader.read(connection, FILTER));

        connection.rollback();
        assertThat(reread.read()).isEqualTo(before);
    }

    @Test
    void onlyWhatWasChangedIsReadAgain() throws SQLException {
        SchemaReader.Reread reread = reader.reread(connection, FILTER);
        database.execute("alter table bystander add later integer");
        change("alter table base add c integer");

        Schema read = reread.read();

        QualifiedName bystander = QualifiedName.of("bystander");
        assertThat(read.column(bystander, "later")).isEmpty();
        assertThat(reader.read(connection, FILTER).column(bystander, "later")).isPresent();
        assertThat(read.column(QualifiedName.of("base"), "c")).isPresent();
    }
}
