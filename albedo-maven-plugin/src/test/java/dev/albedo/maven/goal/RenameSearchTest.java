package dev.albedo.maven.goal;

import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.varchar;
import static dev.albedo.schema.Words.column;
import static dev.albedo.schema.Words.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.diff.Renames;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is renamed, what is said about it, and when it takes a person. */
class RenameSearchTest {

    private static final Column ID = column("id", bigint());
    private static final Schema OLD = Schema.of(table("customer", ID, column("mail", varchar(50))));
    private static final Schema NEW_COLUMN = Schema.of(table("customer", ID, column("email", varchar(50))));
    private static final Schema NEW_TABLE = Schema.of(table("client", ID, column("email", varchar(50))));

    static final class Person implements Console {
        final List<String> lines = new ArrayList<>();
        final Deque<Boolean> answers = new ArrayDeque<>();

        @Override
        public void print(String line) {
            lines.add(line);
        }

        @Override
        public void warn(String line) {
            lines.add(line);
        }

        @Override
        public Optional<Boolean> confirm(String question) {
            lines.add(question);
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public String strong(String text) {
            return text;
        }

        @Override
        public String danger(String text) {
            return text;
        }
    }

    private final Person person = new Person();
    private Origins before = Origins.NONE;
    private Origins now = Origins.NONE;
    private final TreeMap<Place, String> oldNames = new TreeMap<>();

    private String search(String said, Schema from, Schema to) {
        Snapshot model = new Snapshot(to, now, oldNames, InitialValues.NONE, new TreeMap<>(), "");
        return new Model(model, before, person)
                .find(Renames.parse(said), from, to, Optional.empty())
                .toString();
    }

    private void annotate(String table, String column, String old) {
        oldNames.put(new Place(QualifiedName.parse(table), column), old);
    }

    @Test
    void theSameAttributeIsRenamedWithoutAQuestion() {
        before = Origins.parse(List.of("customer = shop.Customer", "customer.mail = shop.Customer#email"));
        now = Origins.parse(List.of("client = shop.Customer", "client.email = shop.Customer#email"));

        assertThat(search("", OLD, NEW_TABLE)).isEqualTo("customer->client,client.mail->email");
        assertThat(person.lines)
                .containsExactly(
                        "customer is renamed to client, because shop.Customer was customer",
                        "client.mail is renamed to email, because shop.Customer#email was mail");
        assertThat(search("none", OLD, NEW_TABLE)).isEqualTo("customer->client,client.mail->email,none");
    }

    @Test
    void whatTheUserSaysComesFirst() {
        before = Origins.parse(List.of("customer = shop.Customer"));
        now = Origins.parse(List.of("client = shop.Customer"));

        assertThat(search("client.mail->email", OLD, NEW_TABLE)).isEqualTo("client.mail->email,customer->client");
        assertThat(search("customer.mail->email", OLD, NEW_TABLE)).isEqualTo("customer.mail->email,customer->client");
        assertThat(search("customer->client, client.mail->email", OLD, NEW_TABLE))
                .isEqualTo("customer->client,client.mail->email");
    }

    @Test
    void anAnnotationIsFollowed() {
        annotate("client", null, "customer");
        annotate("client", "email", "mail");

        assertThat(search("", OLD, NEW_TABLE)).isEqualTo("customer->client,client.mail->email");
        assertThat(person.lines)
                .containsExactly(
                        "customer is renamed to client, because @RenamedFrom says so",
                        "client.mail is renamed to email, because @RenamedFrom says so");
    }

    @Test
    void anAnnotationMayRepeatWhatTheUserSays() {
        annotate("client", null, "customer");
        annotate("client", "email", "mail");

        assertThat(search("customer->client, client.mail->email", OLD, NEW_TABLE))
                .isEqualTo("customer->client,client.mail->email");
    }

    @Test
    void anAnnotationThatHasDoneItsWorkIsReported() {
        annotate("customer", "email", "mail");
        annotate("customer", "id", "no");
        annotate("client", null, "person");

        assertThat(search("", NEW_COLUMN, NEW_COLUMN)).isEmpty();
        assertThat(DeclaredRenames.done(oldNames, NEW_COLUMN))
                .containsExactly(
                        "@RenamedFrom(\"mail\") for customer.email has done its work and can be removed",
                        "@RenamedFrom(\"no\") for customer.id has done its work and can be removed");
        assertThat(DeclaredRenames.done(oldNames, Schema.EMPTY)).isEmpty();
    }

    @Test
    void anAnnotationThatContradictsTheDatabaseIsRefused() {
        annotate("customer", "email", "mail");
        Schema both = Schema.of(table("customer", ID, column("mail", varchar(50)), column("email", varchar(50))));

        assertThatThrownBy(() -> search("", both, NEW_COLUMN))
                .isInstanceOf(GoalException.class)
                .hasMessage("@RenamedFrom(\"mail\") for customer.email contradicts the database, which has both"
                        + " customer.mail and customer.email: write a migration that brings what is needed of"
                        + " customer.mail to customer.email and drops it (mvn albedo:create-empty), or remove the annotation"
                        + " to have it dropped");
        assertThat(search("", both, both)).isEmpty();
    }

    @Test
    void whatLooksLikeARenameIsAskedAbout() {
        person.answers.addAll(List.of(true, true));
        assertThat(search("", OLD, NEW_TABLE)).isEqualTo("customer->client,client.mail->email");
        assertThat(person.lines)
                .containsExactly(
                        "Was customer renamed to client, so that its data stays?",
                        "Was client.mail renamed to email, so that its data stays?");

        person.answers.add(false);
        assertThat(search("", OLD, NEW_TABLE)).isEmpty();
        person.answers.add(false);
        assertThat(search("", OLD, NEW_COLUMN)).isEmpty();
    }

    @Test
    void withNobodyToAskItSaysWhatToPaste() {
        assertThatThrownBy(() -> search("", OLD, NEW_TABLE))
                .isInstanceOf(GoalException.class)
                .hasMessage("""
                        These may be renames, or different things of which one is dropped with its data:
                            customer -> client
                            client.mail -> email
                          If they are renames, run it again with -Dalbedo.renames="customer->client,client.mail->email"
                          If they are different things, with -Dalbedo.renames="none"; if only some are, leave those out and write\
                         none at the end""");
        assertThatThrownBy(() -> search("customer->client", OLD, NEW_TABLE))
                .hasMessageContaining("with -Dalbedo.renames=\"customer->client,client.mail->email\"\n")
                .hasMessageContaining("with -Dalbedo.renames=\"customer->client,none\";");
        assertThat(search("customer->client,client.mail->email", OLD, NEW_TABLE))
                .isEqualTo("customer->client,client.mail->email");
        assertThat(search("customer->client,none", OLD, NEW_TABLE)).isEqualTo("customer->client,none");
        assertThat(search("none", OLD, NEW_TABLE)).isEqualTo("none");
    }

    @Test
    void anAttributeOfAnotherKindIsAskedAbout() {
        Schema named = Schema.of(table("orders", ID, column("customer", varchar(50))));
        Schema referenced = Schema.of(table("orders", ID, column("customer_id", bigint())));
        before = Origins.parse(List.of("orders.customer = shop.Order#customer"));
        now = Origins.parse(List.of("orders.customer_id = shop.Order#customer"));

        assertThatThrownBy(() -> search("", named, referenced)).hasMessageContaining("orders.customer -> customer_id");
        before = Origins.NONE;
        assertThat(search("", named, referenced)).isEmpty();
    }

    @Test
    void anAttributeWhoseColumnGoesOnForAnotherOneIsAskedAbout() {
        Schema one = Schema.of(table("customer", ID, column("x", varchar(50))));
        Schema two = Schema.of(table("customer", ID, column("x", varchar(50)), column("y", varchar(50))));
        before = Origins.parse(List.of("customer.x = shop.Customer#p"));
        now = Origins.parse(List.of("customer.x = shop.Customer#q", "customer.y = shop.Customer#p"));

        person.answers.add(true);
        assertThat(search("", one, two)).isEqualTo("customer.x->y");
        person.answers.add(false);
        assertThat(search("", one, two)).isEmpty();
        assertThat(person.lines)
                .containsExactly(
                        "Was customer.x renamed to y, so that its data stays?",
                        "Was customer.x renamed to y, so that its data stays?");
    }

    @Test
    void whatGoesToAnotherTableIsRefused() {
        Schema one = Schema.of(table("payment", ID, column("number", varchar(50))));
        Schema joined = Schema.of(table("payment", ID), table("card_payment", ID, column("number", varchar(50))));
        before = Origins.parse(List.of("payment = shop.Payment", "payment.number = shop.CardPayment#number"));
        now = Origins.parse(List.of(
                "payment = shop.Payment",
                "card_payment = shop.CardPayment",
                "card_payment.number = shop.CardPayment#number"));

        assertThatThrownBy(() -> search("", one, joined))
                .isInstanceOf(GoalException.class)
                .hasMessage("""
                        The model keeps what a migration would have to drop, because it is in another table now:
                            shop.CardPayment#number: payment.number -> card_payment.number
                          Albedo does not move rows. Write the migration by hand with mvn albedo:create-empty: make the new tables\
                         and columns, copy the rows with op.sql("insert into ... select ...") or update, and drop the old ones last.\
                         If the data may be lost, run it again with -Dalbedo.renames="none\"""");
        assertThat(search("none", one, joined)).isEqualTo("none");
    }

    @Test
    void anAttributeThatMovesIntoAnEmbeddableChangesNothing() {
        before = Origins.parse(List.of("customer.mail = shop.Customer#mail"));
        now = Origins.parse(List.of("customer.mail = shop.Customer#contact.mail"));

        assertThat(search("", OLD, OLD)).isEmpty();
        assertThat(person.lines).isEmpty();
    }
}
