package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.dialect.Statement;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.Person;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A rename that the origins prove keeps the rows, both ways. */
class RenamedRowsTest {

    private static final Origins BEFORE = Origins.parse(List.of(
            "customer = shop.Customer",
            "customer.id = shop.Customer#id",
            "customer.mail = shop.Customer#email",
            "customer.points = shop.Customer#points",
            "customer_tag = shop.Customer#tags[]",
            "customer_tag.customer_id = shop.Customer#tags[].owner()",
            "customer_tag.tag = shop.Customer#tags[].value()"));

    private static final Origins NOW = Origins.parse(List.of(
            "client = shop.Customer",
            "client.id = shop.Customer#id",
            "client.email = shop.Customer#email",
            "client.points = shop.Customer#points",
            "client_tag = shop.Customer#tags[]",
            "client_tag.client_id = shop.Customer#tags[].owner()",
            "client_tag.tag = shop.Customer#tags[].value()"));

    /** As a snapshot has it: names that nobody chose are missing. */
    private static Snapshot model(String table, String mail, String owner, Origins origins) {
        Schema schema = Schema.of(
                table(
                        table,
                        column("id", bigint()).identity(byDefault()),
                        column(mail, varchar(100)),
                        column("points", integer()).defaultTo("0"),
                        primaryKey(null, "id"),
                        unique(null, mail),
                        index(null, mail, "points")),
                table(
                        table + "_tag",
                        column(owner, bigint()),
                        column("tag", varchar(20)),
                        foreignKey(null, owner).references(table, "id")));
        return new Snapshot(schema, origins, new TreeMap<>(), InitialValues.NONE, List.of(), new TreeMap<>(), "");
    }

    private final Dialect dialect = Dialects.of("PostgreSQL", 18);
    private final Comparison comparison =
            new Comparison(dialect, NamingConvention.DEFAULT, Renames.NONE, ObjectFilter.ALL);

    private SchemaDiff plan(Connection connection, Origins before, Snapshot model, Console console)
            throws SQLException {
        return comparison
                .ofDatabase(
                        connection,
                        LiveSchema.read(connection, new SchemaFilter(Set.of(), Set.of())),
                        model.schema(),
                        Optional.empty(),
                        new Model(model, before, console))
                .diff();
    }

    private void run(Connection connection, SchemaDiff plan) throws SQLException {
        try (java.sql.Statement jdbc = connection.createStatement()) {
            for (Operation operation : plan.operations()) {
                for (Statement statement : dialect.statements(operation)) {
                    jdbc.execute(statement.sql());
                }
            }
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (java.sql.Statement jdbc = connection.createStatement();
                ResultSet result = jdbc.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    @Test
    void bothWays() throws SQLException {
        Snapshot before = model("customer", "mail", "customer_id", BEFORE);
        Snapshot now = model("client", "email", "client_id", NOW);
        Person person = new Person();
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect()) {
            run(connection, plan(connection, Origins.NONE, before, person));
            database.execute(
                    "insert into customer (mail, points) values ('a@b', 7), ('c@d', 8)",
                    "insert into customer_tag values (2, 'good')");

            SchemaDiff plan = plan(connection, BEFORE, now, person);
            run(connection, plan);

            assertThat(person.lines)
                    .containsExactly(
                            "customer is renamed to client, because shop.Customer was customer",
                            "customer_tag is renamed to client_tag, because shop.Customer#tags[] was customer_tag",
                            "client.mail is renamed to email, because shop.Customer#email was mail",
                            "client_tag.customer_id is renamed to client_id, because shop.Customer#tags[].owner() was"
                                    + " customer_id");
            assertThat(rows(connection, "select id || email || points from client order by id"))
                    .containsExactly("1a@b7", "2c@d8");
            assertThat(rows(connection, "select client_id || tag from client_tag"))
                    .containsExactly("2good");
            assertThat(plan(connection, NOW, now, person).operations()).isEmpty();
            assertThat(plan(connection, BEFORE, now, person).operations()).isEmpty();

            run(connection, plan.reverse());

            assertThat(rows(connection, "select id || mail || points from customer order by id"))
                    .containsExactly("1a@b7", "2c@d8");
            assertThat(plan(connection, BEFORE, before, person).operations()).isEmpty();
        }
    }

    /** Two tables that exchange their names, as two columns of one of them do. */
    private static Snapshot exchanged(String customer, String person, String mail, String nick) {
        Schema schema = Schema.of(
                table(
                        customer,
                        column("id", bigint()),
                        column(mail, varchar(100)),
                        column(nick, varchar(100)),
                        primaryKey(null, "id"),
                        unique(null, mail),
                        index("ix_mail", mail)),
                table(person, column("id", bigint()), column("born", integer()), primaryKey(null, "id")));
        return new Snapshot(
                schema,
                Origins.parse(List.of(
                        customer + " = shop.Customer",
                        customer + ".id = shop.Customer#id",
                        customer + "." + mail + " = shop.Customer#mail",
                        customer + "." + nick + " = shop.Customer#nick",
                        person + " = shop.Person",
                        person + ".id = shop.Person#id",
                        person + ".born = shop.Person#born")),
                new TreeMap<>(),
                InitialValues.NONE,
                List.of(),
                new TreeMap<>(),
                "");
    }

    @Test
    void exchangedNamesBothWays() throws SQLException {
        Snapshot before = exchanged("customer", "person", "mail", "nick");
        Snapshot now = exchanged("person", "customer", "nick", "mail");
        Person person = new Person();
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect()) {
            run(connection, plan(connection, Origins.NONE, before, person));
            database.execute("insert into customer values (1, 'a@b', 'A')", "insert into person values (2, 1990)");

            SchemaDiff plan = plan(connection, before.origins(), now, person);
            run(connection, plan);

            assertThat(rows(connection, "select id || nick || mail from person"))
                    .containsExactly("1a@bA");
            assertThat(rows(connection, "select id || '/' || born from customer"))
                    .containsExactly("2/1990");
            assertThat(plan(connection, now.origins(), now, person).operations())
                    .isEmpty();

            run(connection, plan.reverse());

            assertThat(rows(connection, "select id || mail || nick from customer"))
                    .containsExactly("1a@bA");
            assertThat(plan(connection, before.origins(), before, person).operations())
                    .isEmpty();
            assertThat(person.lines)
                    .containsExactly(
                            "customer is renamed to person, because shop.Customer was customer",
                            "person is renamed to customer, because shop.Person was person",
                            "person.mail is renamed to nick, because shop.Customer#mail was mail",
                            "person.nick is renamed to mail, because shop.Customer#nick was nick");
        }
    }

    private static Snapshot numbered(String sequence) {
        Schema schema = Schema.of(
                List.of(),
                List.of(table("bill", column("nr", bigint()).defaultTo("nextval('" + sequence + "')"))),
                List.of(sequence(sequence).incrementBy(50)),
                List.of());
        Origins origins = Origins.parse(
                List.of("bill = shop.Bill", "bill.nr = shop.Bill#nr", sequence + " = shop.Bill#nr.sequence()"));
        return new Snapshot(schema, origins, new TreeMap<>(), InitialValues.NONE, List.of(), new TreeMap<>(), "");
    }

    @Test
    void aSequenceCountsOnBothWays() throws SQLException {
        Snapshot before = numbered("nrs");
        Snapshot now = numbered("bill_nr");
        Person person = new Person();
        try (TestDatabase database = TestDatabases.create();
                Connection connection = database.connect()) {
            run(connection, plan(connection, Origins.NONE, before, person));
            database.execute("insert into bill default values", "insert into bill default values");

            SchemaDiff plan = plan(connection, before.origins(), now, person);
            run(connection, plan);

            assertThat(plan.operations().get(0).describe()).isEqualTo("rename sequence nrs to bill_nr");
            assertThat(rows(connection, "select nextval('bill_nr')")).containsExactly("101");
            assertThat(plan(connection, now.origins(), now, person).operations())
                    .isEmpty();

            run(connection, plan.reverse());

            assertThat(rows(connection, "select nextval('nrs')")).containsExactly("151");
            assertThat(plan(connection, before.origins(), before, person).operations())
                    .isEmpty();
            assertThat(person.lines)
                    .containsExactly("nrs is renamed to bill_nr, because shop.Bill#nr.sequence() was nrs");
        }
    }
}
