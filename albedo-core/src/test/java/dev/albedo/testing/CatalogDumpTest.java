package dev.albedo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class CatalogDumpTest {

    private static final String[] EVERYTHING = {
        "CREATE SCHEMA \"Shop\"",
        "CREATE TYPE \"Shop\".status AS ENUM ('NEW', 'it''s')",
        "CREATE SEQUENCE numbers START 5 INCREMENT BY 50 CACHE 2",
        """
        CREATE TABLE customer (id bigint GENERATED ALWAYS AS IDENTITY (START WITH 100) PRIMARY KEY,
            status "Shop".status NOT NULL DEFAULT 'NEW', name varchar(20) COLLATE "POSIX", number serial,
            twice integer GENERATED ALWAYS AS (number * 2) STORED, CONSTRAINT positive CHECK (number > 0))\
        """,
        "CREATE TABLE \"Shop\".\"Order\" (customer_id bigint CONSTRAINT fk REFERENCES customer ON DELETE CASCADE"
                + " DEFERRABLE, UNIQUE NULLS NOT DISTINCT (customer_id))",
        "CREATE UNIQUE INDEX ix ON customer (lower(name) DESC) INCLUDE (number) WHERE number > 3",
        "CREATE CAST (varchar AS \"Shop\".status) WITH INOUT AS IMPLICIT",
        "CREATE VIEW v AS SELECT id FROM customer",
        "CREATE TABLE albedo_history (id serial PRIMARY KEY)",
        "COMMENT ON TABLE customer IS 'who pays'",
        "COMMENT ON COLUMN customer.name IS 'in full'",
        "COMMENT ON INDEX ix IS 'fast'"
    };

    @Test
    void everythingIsPrinted() throws SQLException {
        try (TestDatabase database = TestDatabases.create()) {
            database.execute(EVERYTHING);

            assertThat(CatalogDump.everything().without("albedo_history").of(database))
                    .isEqualTo("""
                        cast character varying to "Shop".status ii
                        enum "Shop".status ('NEW', 'it''s')
                        schema "Shop"
                        schema public
                        sequence public.customer_number_seq integer start 1 increment 1 min 1 max 2147483647 cache 1 owned by public.customer.number
                        sequence public.numbers bigint start 5 increment 50 min 1 max 9223372036854775807 cache 2
                        table "Shop"."Order"
                            column customer_id bigint
                            constraint Order_customer_id_key UNIQUE NULLS NOT DISTINCT (customer_id)
                            constraint fk FOREIGN KEY (customer_id) REFERENCES public.customer(id) ON DELETE CASCADE DEFERRABLE
                        table public.customer
                            column id bigint not null identity always (bigint start 100 increment 1 min 1 max 9223372036854775807 cache 1)
                            column status "Shop".status not null default 'NEW'::"Shop".status
                            column name character varying(20) collate "POSIX" comment 'in full'
                            column number integer not null default nextval('public.customer_number_seq'::regclass)
                            column twice integer generated ((number * 2)) stored
                            constraint customer_pkey PRIMARY KEY (id)
                            constraint positive CHECK ((number > 0))
                            index ix CREATE UNIQUE INDEX ON public.customer USING btree (lower((name)::text) DESC) INCLUDE (number) WHERE (number > 3) comment 'fast'
                            table itself comment 'who pays'
                        view public.v  SELECT id
                           FROM public.customer;\
                        """);
        }
    }

    @Test
    void namesAndOrderOfColumnsCanBeLeftOut() throws SQLException {
        try (TestDatabase first = TestDatabases.create();
                TestDatabase second = TestDatabases.create()) {
            first.execute(
                    "CREATE TABLE t (b bigint CONSTRAINT one UNIQUE, a bigint CONSTRAINT kept CHECK (a > 0))",
                    "CREATE INDEX one_index ON t (a)");
            second.execute(
                    "CREATE TABLE t (a bigint CONSTRAINT kept CHECK (a > 0), b bigint CONSTRAINT other UNIQUE)",
                    "CREATE INDEX other_index ON t (a)");

            CatalogDump loose = CatalogDump.everything()
                    .withoutNames(name -> !name.equals("kept"))
                    .withoutColumnOrder();
            assertThat(loose.of(first)).isEqualTo(loose.of(second)).contains("constraint kept CHECK");
            assertThat(loose.withoutNames().of(first)).contains("constraint ? CHECK");
            assertThat(CatalogDump.everything().of(first))
                    .isNotEqualTo(CatalogDump.everything().of(second));
        }
    }
}
