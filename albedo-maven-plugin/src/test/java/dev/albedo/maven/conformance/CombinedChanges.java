package dev.albedo.maven.conformance;

import static dev.albedo.schema.SchemaDsl.always;
import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.numeric;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.schema.ReferentialAction;
import dev.albedo.schema.Table;
import java.util.List;

/** Changes that depend on each other. */
final class CombinedChanges {

    private CombinedChanges() {}

    static List<Change> all() {
        Table author = table(
                "author",
                column("id", bigint()).identity(byDefault()),
                column("name", varchar(100)),
                column("status", varchar(20)).defaultTo("'NEW'"),
                primaryKey(null, "id"),
                check(null, "status in ('NEW', 'OLD')"));
        Table book = table(
                "book",
                column("id", bigint()).identity(byDefault()),
                column("author_id", bigint()),
                column("title", varchar(200)).nullable(),
                column("price", integer()).nullable(),
                primaryKey(null, "id"),
                foreignKey(null, "author_id").references("author", "id"),
                index(null, "title"));
        return List.of(
                Change.of("eleven changes at once, as in Alembic's own suite")
                        .from(author, book, table("gone", column("id", integer())))
                        .to(
                                table(
                                        "author",
                                        column("id", bigint()).identity(byDefault()),
                                        column("name", varchar(200)).nullable(),
                                        column("status", varchar(20)).defaultTo("'OLD'"),
                                        column("publisher_id", bigint()).nullable(),
                                        primaryKey(null, "id"),
                                        unique(null, "name"),
                                        check(null, "status in ('NEW', 'OLD', 'DEAD')"),
                                        foreignKey(null, "publisher_id").references("publisher", "id")),
                                table(
                                        "book",
                                        column("id", bigint()).identity(byDefault()),
                                        column("author_id", bigint()),
                                        column("price", numeric(10, 2)).nullable(),
                                        primaryKey(null, "id"),
                                        foreignKey(null, "author_id")
                                                .references("author", "id")
                                                .onDelete(ReferentialAction.CASCADE)),
                                table(
                                        "publisher",
                                        column("id", bigint()).identity(byDefault()),
                                        primaryKey(null, "id")))
                        .with(
                                "insert into author (name) values ('a')",
                                "insert into book (author_id, price) values (1, 5)")
                        .movingColumns()
                        .respellingTexts()
                        .does(
                                "drop foreign key (author_id) to author (id) on book (fk_book_author_id)",
                                "drop index (title) on book (ix_book_title)",
                                "drop check ((status)::text = ANY ((ARRAY['NEW'::character varying, 'OLD'::character varying])::text[])) on author (ck_author_status)",
                                "create table publisher",
                                "add column author.publisher_id bigint",
                                "alter column author.name: type varchar(100) -> varchar(200), nullable",
                                "alter column author.status: default 'NEW'::character varying -> 'OLD'",
                                "alter column book.price: type integer -> numeric(10, 2)",
                                "add unique (name) on author (uq_author_name)",
                                "add check (status in ('NEW', 'OLD', 'DEAD')) on author (ck_author_status)",
                                "add foreign key (publisher_id) to publisher (id) on author (fk_author_publisher_id)",
                                "add foreign key (author_id) to author (id) on delete cascade on book (fk_book_author_id)",
                                "drop column book.title",
                                "drop table gone"),
                Change.of("the same in another schema, with the schema new")
                        .from(author)
                        .to(
                                author,
                                table(
                                        "sales.sale",
                                        column("author_id", bigint()),
                                        foreignKey(null, "author_id").references("author", "id")))
                        .does("create schema sales", "create table sales.sale"),
                Change.of("a table is split in two")
                        .from(table(
                                "person",
                                column("id", bigint()),
                                column("street", text()),
                                column("town", text()),
                                primaryKey(null, "id"),
                                index(null, "town")))
                        .to(
                                table("person", column("id", bigint()), primaryKey(null, "id")),
                                table(
                                        "address",
                                        column("person_id", bigint()),
                                        column("street", text()),
                                        column("town", text()),
                                        primaryKey(null, "person_id"),
                                        foreignKey(null, "person_id").references("person", "id"),
                                        index(null, "town")))
                        .movingColumns()
                        .does(
                                "drop index (town) on person (ix_person_town)",
                                "create table address",
                                "drop column person.street",
                                "drop column person.town"),
                Change.of("a name goes from a constraint to another one")
                        .from(table(
                                "t", column("a", integer()), column("b", integer()), unique("u", "a"), index("i", "b")))
                        .to(table(
                                "t", column("a", integer()), column("b", integer()), unique("u", "b"), index("i", "a")))
                        .does(
                                "drop index (b) on t (i)",
                                "drop unique (a) on t (u)",
                                "add unique (b) on t (u)",
                                "create index (a) on t (i)"),
                Change.of("a table gives its name to a sequence")
                        .from(table("t", column("a", integer())))
                        .to(sequence("t"))
                        .does("drop table t", "create sequence t"),
                Change.of("a column becomes a key, loses its default and gets a number")
                        .from(table("t", column("a", integer()).nullable().defaultTo("5"), column("b", integer())))
                        .to(table(
                                "t",
                                column("a", bigint()).identity(always()),
                                column("b", integer()),
                                primaryKey(null, "a")))
                        .with("insert into t values (1, 2)")
                        .does(
                                "alter column t.a: type integer -> bigint, not null, default 5 -> none, identity none -> always",
                                "add primary key (a) on t (pk_t)"),
                Change.of("nothing changes in a schema with everything")
                        .from(
                                author,
                                book,
                                sequence("s").incrementBy(50),
                                enumType("mood", "a", "b"),
                                table("sales.t", column("m", named("mood"))))
                        .to(
                                author,
                                book,
                                sequence("s").incrementBy(50),
                                enumType("mood", "a", "b"),
                                table("sales.t", column("m", named("mood"))))
                        .does());
    }
}
