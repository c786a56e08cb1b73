package dev.albedo.dialect.postgresql;

import java.util.List;

/** Objects made by hand that use the columns of a table, one kind a case. */
final class RecreationCases {

    private RecreationCases() {}

    /** The tables that all cases have, with rows. */
    static final String TABLES = """
            CREATE TABLE customer (id integer PRIMARY KEY, email varchar(50) NOT NULL, points integer NOT NULL DEFAULT 0,
                during daterange, "Odd ""Name" varchar(20));
            INSERT INTO customer VALUES (1, 'a@example.org', 10, '[2026-01-01,2026-02-01)', 'x'),
                (2, 'b@example.org', 20, '[2026-03-01,2026-04-01)', NULL), (3, 'C@example.org', 30, NULL, 'y');
            CREATE TABLE purchase (id integer PRIMARY KEY, customer_id integer NOT NULL, email varchar(50));
            INSERT INTO purchase VALUES (1, 1, 'a@example.org'), (2, 2, NULL);
            CREATE SCHEMA IF NOT EXISTS "My Reports";
            CREATE FUNCTION quiet() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            DO 'BEGIN CREATE ROLE hand_owner; CREATE ROLE hand_reader; CREATE ROLE "hand Third";
                EXCEPTION WHEN duplicate_object THEN NULL; END';
            GRANT ALL ON SCHEMA public, "My Reports" TO hand_owner, hand_reader;
            GRANT SELECT ON customer TO hand_owner;
            """;

    /**
     * A case.
     *
     * @param name what it has
     * @param setup makes it
     * @param recreated what is recreated around a change of customer.email, of the columns that follow
     */
    record Case(String name, String setup, List<String> recreated) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case each(String name, String setup, String... recreated) {
        return new Case(name, setup, List.of(recreated));
    }

    /** What the server rebuilds on its own. */
    static List<Case> rebuiltByTheServer() {
        return List.of(
                each(
                        "check",
                        "ALTER TABLE customer ADD CONSTRAINT hand CHECK (length(email) > 0); COMMENT ON CONSTRAINT hand"
                                + " ON customer IS 'by hand'"),
                each(
                        "check not valid",
                        "ALTER TABLE customer ADD CONSTRAINT hand CHECK (email <> 'a@example.org') NOT VALID"),
                each("unique", "ALTER TABLE customer ADD CONSTRAINT hand UNIQUE (email, points) DEFERRABLE"),
                each(
                        "index",
                        "CREATE INDEX hand ON customer (email DESC NULLS LAST) INCLUDE (points) WITH (fillfactor = 70)"),
                each("unique index", "CREATE UNIQUE INDEX hand ON customer (email)"),
                each(
                        "expression index",
                        "CREATE UNIQUE INDEX hand ON customer (lower(email)); COMMENT ON INDEX hand IS 'x'"),
                each("partial index", "CREATE INDEX hand ON customer (id) WHERE email <> '' AND points > 1"),
                each("operator class", "CREATE INDEX hand ON customer (email varchar_pattern_ops)"),
                each("clustered index", "CREATE INDEX hand ON customer (email); ALTER TABLE customer CLUSTER ON hand"),
                each(
                        "foreign key from it",
                        "CREATE TABLE address (email varchar(50) PRIMARY KEY); INSERT INTO address SELECT"
                                + " email FROM customer; ALTER TABLE customer ADD CONSTRAINT hand FOREIGN KEY (email) REFERENCES"
                                + " address ON DELETE CASCADE"),
                each(
                        "foreign key to it",
                        "ALTER TABLE customer ADD CONSTRAINT hand UNIQUE (email); ALTER TABLE purchase ADD"
                                + " CONSTRAINT hand_fk FOREIGN KEY (email) REFERENCES customer (email) DEFERRABLE"),
                each(
                        "statistics",
                        "CREATE STATISTICS hand (ndistinct, mcv) ON email, points FROM customer; COMMENT ON STATISTICS"
                                + " hand IS 'x'"),
                each(
                        "exclusion",
                        "CREATE EXTENSION btree_gist; ALTER TABLE customer ADD CONSTRAINT hand EXCLUDE USING gist (email"
                                + " WITH =, during WITH &&)"),
                each(
                        "grants on the column",
                        "GRANT SELECT (email), UPDATE (email) ON customer TO hand_reader WITH GRANT OPTION"),
                each("default", "ALTER TABLE customer ALTER email SET DEFAULT 'none'"));
    }

    /** What the server refuses to touch. */
    static List<Case> recreated() {
        return List.of(
                each("nothing", ""),
                each("view", "CREATE VIEW active AS SELECT * FROM customer WHERE email <> ''", "view public.active"),
                each("view with everything", """
                        CREATE VIEW "My Reports"."Ac""tive" WITH (security_barrier, check_option = local) AS
                            SELECT id AS "I D", email, points FROM customer WHERE email LIKE '%a%' AND points > 1;
                        ALTER VIEW "My Reports"."Ac""tive" ALTER COLUMN points SET DEFAULT 5;
                        COMMENT ON VIEW "My Reports"."Ac""tive" IS 'it''s \\ by hand; $albedo$';
                        COMMENT ON COLUMN "My Reports"."Ac""tive"."I D" IS 'key';
                        ALTER VIEW "My Reports"."Ac""tive" OWNER TO hand_owner;
                        GRANT SELECT, INSERT ON "My Reports"."Ac""tive" TO hand_reader WITH GRANT OPTION;
                        GRANT SELECT (email), UPDATE (email, points) ON "My Reports"."Ac""tive" TO PUBLIC;
                        SET ROLE hand_reader; GRANT SELECT ON "My Reports"."Ac""tive" TO "hand Third"; RESET ROLE;
                        REVOKE DELETE ON "My Reports"."Ac""tive" FROM hand_owner""", "view \"My Reports\".\"Ac\"\"tive\""),
                each(
                        "view without grants",
                        "CREATE VIEW active AS SELECT email FROM customer; REVOKE ALL ON active FROM" + " CURRENT_USER",
                        "view public.active"),
                each(
                        "default privileges of today",
                        "CREATE VIEW active AS SELECT email FROM customer; ALTER DEFAULT PRIVILEGES"
                                + " GRANT SELECT ON TABLES TO hand_reader; GRANT SELECT ON active TO \"hand Third\"",
                        "view public.active"),
                each(
                        "views over views",
                        """
                        CREATE VIEW a_last AS SELECT 1 AS email;
                        CREATE VIEW z_first AS SELECT email, points FROM customer;
                        CREATE VIEW middle AS SELECT z.email, c.id FROM z_first z JOIN customer c USING (points);
                        CREATE OR REPLACE VIEW a_last AS SELECT length(m.email) AS email FROM middle m, z_first z
                            WHERE m.email = z.email;
                        CREATE VIEW "My Reports".far AS SELECT * FROM a_last;
                        CREATE VIEW not_concerned AS SELECT points FROM customer""",
                        "view public.z_first",
                        "view public.middle",
                        "view public.a_last",
                        "view \"My Reports\".far"),
                each(
                        "view with triggers and rules",
                        """
                        CREATE VIEW active AS SELECT id, email FROM customer;
                        CREATE TRIGGER "Write" INSTEAD OF INSERT OR UPDATE ON active FOR EACH ROW EXECUTE FUNCTION quiet();
                        COMMENT ON TRIGGER "Write" ON active IS 'writes';
                        CREATE RULE no_delete AS ON DELETE TO active DO INSTEAD NOTHING;
                        COMMENT ON RULE no_delete ON active IS 'keeps'""",
                        "view public.active",
                        "rule no_delete on public.active",
                        "trigger \"Write\" on public.active"),
                each(
                        "materialized view",
                        """
                        CREATE MATERIALIZED VIEW totals WITH (fillfactor = 80, autovacuum_enabled = off) AS
                            SELECT email, sum(points) AS total FROM customer GROUP BY email;
                        CREATE UNIQUE INDEX totals_email ON totals (lower(email)) WHERE total > 0;
                        CREATE INDEX totals_total ON totals (total);
                        COMMENT ON INDEX totals_total IS 'for the report';
                        ALTER MATERIALIZED VIEW totals CLUSTER ON totals_total;
                        ALTER MATERIALIZED VIEW totals ALTER COLUMN email SET STATISTICS 500;
                        ALTER MATERIALIZED VIEW totals ALTER COLUMN email SET (n_distinct = -0.5);
                        ALTER MATERIALIZED VIEW totals ALTER COLUMN email SET STORAGE EXTERNAL;
                        ALTER MATERIALIZED VIEW totals SET (toast.autovacuum_enabled = off);
                        COMMENT ON MATERIALIZED VIEW totals IS 'totals';
                        GRANT SELECT ON totals TO hand_reader;
                        CREATE STATISTICS totals_both ON email, total FROM totals;
                        CREATE VIEW over_totals AS SELECT * FROM totals;
                        CREATE MATERIALIZED VIEW second AS SELECT count(*) FROM over_totals;
                        ALTER MATERIALIZED VIEW totals OWNER TO hand_owner""",
                        "materialized view public.totals",
                        "index public.totals_email",
                        "index public.totals_total",
                        "statistics public.totals_both",
                        "view public.over_totals",
                        "materialized view public.second"),
                each(
                        "materialized view without contents",
                        "CREATE MATERIALIZED VIEW totals AS SELECT email FROM customer WITH NO DATA",
                        "materialized view public.totals"),
                each("rule", """
                        CREATE RULE log_it AS ON UPDATE TO customer WHERE old.email <> new.email
                            DO ALSO INSERT INTO purchase VALUES (old.id + 100, old.id, old.email);
                        COMMENT ON RULE log_it ON customer IS 'logs';
                        ALTER TABLE customer DISABLE RULE log_it""", "rule log_it on public.customer"),
                each("triggers", """
                        CREATE TRIGGER "On Email" BEFORE UPDATE OF email, points ON customer FOR EACH ROW
                            WHEN (new.email <> old.email) EXECUTE FUNCTION quiet();
                        COMMENT ON TRIGGER "On Email" ON customer IS 'checks';
                        ALTER TABLE customer ENABLE ALWAYS TRIGGER "On Email";
                        CREATE CONSTRAINT TRIGGER later AFTER UPDATE OF email ON customer DEFERRABLE INITIALLY DEFERRED
                            FOR EACH ROW EXECUTE FUNCTION quiet();
                        ALTER TABLE customer DISABLE TRIGGER later;
                        CREATE TRIGGER other AFTER INSERT ON customer REFERENCING NEW TABLE AS fresh
                            FOR EACH STATEMENT EXECUTE FUNCTION quiet()""", "trigger \"On Email\" on public.customer", "trigger later on public.customer"),
                each("policies", """
                        CREATE POLICY mine ON customer AS RESTRICTIVE FOR UPDATE TO hand_reader, "hand Third"
                            USING (email = current_user) WITH CHECK (email <> '');
                        COMMENT ON POLICY mine ON customer IS 'own rows';
                        CREATE POLICY theirs ON purchase FOR SELECT USING (EXISTS (SELECT FROM customer c
                            WHERE c.id = customer_id AND c.email = current_user));
                        ALTER TABLE customer ENABLE ROW LEVEL SECURITY""", "policy mine on public.customer", "policy theirs on public.purchase"),
                each(
                        "functions",
                        """
                        DO $do$ BEGIN
                            EXECUTE 'CREATE FUNCTION mail_of(customer_id integer DEFAULT 1) RETURNS text LANGUAGE sql STABLE
                                BEGIN ATOMIC SELECT email FROM customer c WHERE c.id = customer_id; END';
                            EXECUTE 'CREATE PROCEDURE clear_mail(integer) LANGUAGE sql
                                BEGIN ATOMIC UPDATE customer SET email = '''' WHERE customer.id = $1; END';
                        END $do$;
                        COMMENT ON FUNCTION mail_of IS 'mail';
                        REVOKE ALL ON FUNCTION mail_of FROM PUBLIC; GRANT EXECUTE ON FUNCTION mail_of TO hand_reader;
                        CREATE VIEW active AS SELECT id, email FROM customer;
                        CREATE FUNCTION all_active() RETURNS SETOF active LANGUAGE plpgsql
                            AS 'BEGIN RETURN QUERY SELECT * FROM active; END';
                        ALTER FUNCTION all_active OWNER TO hand_owner;
                        CREATE VIEW shown AS SELECT mail_of(id) FROM customer""",
                        "function public.mail_of(integer)",
                        "procedure public.clear_mail(integer)",
                        "view public.active",
                        "function public.all_active()",
                        "view public.shown"),
                each(
                        "stored computed column",
                        """
                        ALTER TABLE customer ADD low text COLLATE "C" GENERATED ALWAYS AS (lower(email)) STORED NOT NULL;
                        COMMENT ON COLUMN customer.low IS 'for searches';
                        GRANT SELECT (low) ON customer TO hand_reader;
                        CREATE INDEX hand_low ON customer (low);
                        ALTER TABLE customer ADD CONSTRAINT hand_low_unique UNIQUE (low), ADD CHECK (low <> '');
                        CREATE VIEW lows AS SELECT low FROM customer""",
                        "column public.customer.low",
                        "constraint customer_low_check on public.customer",
                        "constraint hand_low_unique on public.customer",
                        "index public.hand_low",
                        "view public.lows"),
                each(
                        "virtual computed column",
                        "ALTER TABLE customer ADD low text GENERATED ALWAYS AS (lower(email)) VIRTUAL",
                        "column public.customer.low"),
                each(
                        "publications",
                        """
                        CREATE PUBLICATION hand_rows FOR TABLE customer WHERE (email <> 'x'), purchase;
                        CREATE PUBLICATION hand_columns FOR TABLE customer (id, email)""",
                        "publication hand_columns of public.customer",
                        "publication hand_rows of public.customer"),
                each("view of an inheriting table", """
                        CREATE TABLE special (more integer) INHERITS (customer);
                        CREATE VIEW specials AS SELECT email FROM special""", "view public.specials"),
                each(
                        "view that groups by the key",
                        "CREATE VIEW grouped AS SELECT id, email, count(*) FROM customer GROUP BY id",
                        "view public.grouped"),
                each(
                        "recursive view",
                        "CREATE RECURSIVE VIEW chain (email, n) AS SELECT email, 1 FROM customer UNION ALL SELECT"
                                + " email, n + 1 FROM chain WHERE n < 3",
                        "view public.chain"));
    }
}
