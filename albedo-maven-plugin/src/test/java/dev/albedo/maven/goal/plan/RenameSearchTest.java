package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.project.DeclaredRenames;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Person;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
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

    private final Person person = new Person();
    private Origins before = Origins.NONE;
    private Origins now = Origins.NONE;
    private final TreeMap<Place, String> oldNames = new TreeMap<>();

    private String search(String said, Schema from, Schema to) {
        Snapshot model = new Snapshot(to, now, oldNames, InitialValues.NONE, List.of(), new TreeMap<>(), "");
        return new Model(model, before, person)
                .find(Renames.parse(said), from, to, Optional.empty(), (there, wanted, move) -> false)
                .toString();
    }

    private void annotate(String table, String column, String old) {
        QualifiedName name = QualifiedName.parse(table);
        oldNames.put(column == null ? Place.of(name) : Place.of(name, column), old);
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
                        "customer is renamed to client, because @RenamedFrom declares it",
                        "client.mail is renamed to email, because @RenamedFrom declares it");
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
                        "@RenamedFrom(\"mail\") for customer.email is applied and can be removed",
                        "@RenamedFrom(\"no\") for customer.id is applied and can be removed");
        assertThat(DeclaredRenames.done(oldNames, Schema.EMPTY)).isEmpty();
    }

    @Test
    void anAnnotationThatContradictsTheDatabaseIsRefused() {
        annotate("customer", "email", "mail");
        Schema both = Schema.of(table("customer", ID, column("mail", varchar(50)), column("email", varchar(50))));

        assertThatThrownBy(() -> search("", both, NEW_COLUMN))
                .isInstanceOf(GoalException.class)
                .hasMessage("@RenamedFrom(\"mail\") for customer.email contradicts the database, which has both"
                        + " customer.mail and customer.email: write a migration (mvn albedo:create-empty) that"
                        + " copies the data of customer.mail to customer.email and drops customer.mail,"
                        + " or remove the annotation, so that mvn albedo:create drops it");
        assertThat(search("", both, both)).isEmpty();
    }

    @Test
    void whatLooksLikeARenameIsAskedAbout() {
        person.confirmations.addAll(List.of(true, true));
        assertThat(search("", OLD, NEW_TABLE)).isEqualTo("customer->client,client.mail->email");
        assertThat(person.lines)
                .containsExactly(
                        "Is client the renamed customer? (yes keeps its data)",
                        "Is client.email the renamed client.mail? (yes keeps its data)");

        person.confirmations.add(false);
        assertThat(search("", OLD, NEW_TABLE)).isEmpty();
        person.confirmations.add(false);
        assertThat(search("", OLD, NEW_COLUMN)).isEmpty();
    }

    @Test
    void withNobodyToAskItSaysWhatToPaste() {
        assertThatThrownBy(() -> search("", OLD, NEW_TABLE))
                .isInstanceOf(GoalException.class)
                .hasMessage("""
                        These may be renames, or unrelated, in which case the old one is dropped with its data:
                            customer -> client
                            client.mail -> email
                          If they are renames, run the goal again with -Dalbedo.renames="customer->client,client.mail->email"
                          If all of them are unrelated, with -Dalbedo.renames="customer->\"""");
        assertThatThrownBy(() -> search("customer->client", OLD, NEW_TABLE))
                .hasMessageContaining("with -Dalbedo.renames=\"customer->client,client.mail->email\"\n")
                .hasMessageEndingWith("with -Dalbedo.renames=\"customer->client,client.mail->\"");
        assertThat(search("customer->client,client.mail->", OLD, NEW_TABLE))
                .isEqualTo("customer->client,client.mail->");
        assertThat(search("customer->client,customer.mail->", OLD, NEW_TABLE))
                .isEqualTo("customer->client,customer.mail->");
        assertThat(search("customer->", OLD, NEW_TABLE)).isEqualTo("customer->");
        assertThatThrownBy(() -> search("custmer->", OLD, NEW_TABLE))
                .hasMessage(
                        "the rename \"custmer->\" does not fit: there is no such table, column, sequence or enum type in the"
                                + " schema that is compared with the model");
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

        person.confirmations.add(true);
        assertThat(search("", one, two)).isEqualTo("customer.x->y");
        person.confirmations.add(false);
        assertThat(search("", one, two)).isEmpty();
        assertThat(person.lines)
                .containsExactly(
                        "Is customer.y the renamed customer.x? (yes keeps its data)",
                        "Is customer.y the renamed customer.x? (yes keeps its data)");
    }

    @Test
    void namesThatAreExchangedAreRenamedWithoutAQuestion() {
        Schema schema =
                Schema.of(table("t", column("a", varchar(9)), column("b", varchar(9)), column("c", varchar(9))));
        before = Origins.parse(List.of("t.a = T#a", "t.b = T#b", "t.c = T#c"));
        now = Origins.parse(List.of("t.a = T#b", "t.b = T#a", "t.c = T#c"));

        assertThat(search("", schema, schema)).isEqualTo("t.a->b,t.b->a");
        assertThat(person.lines)
                .containsExactly("t.a is renamed to b, because T#a was a", "t.b is renamed to a, because T#b was b");
        assertThat(search("t.a->b, t.b->a", schema, schema)).isEqualTo("t.a->b, t.b->a".replace(" ", ""));
        now = Origins.parse(List.of("t.a = T#c", "t.b = T#a", "t.c = T#b"));
        assertThat(search("", schema, schema)).isEqualTo("t.a->b,t.b->c,t.c->a");
        assertThat(RenameSearch.certain(
                        Renames.NONE,
                        new Model(
                                new Snapshot(schema, now, oldNames, InitialValues.NONE, List.of(), new TreeMap<>(), ""),
                                before,
                                person),
                        schema,
                        schema))
                .hasToString("t.a->b,t.b->c,t.c->a");
    }

    @Test
    void namesThatFollowEachOtherAreRenamedWithoutAQuestion() {
        Schema one = Schema.of(table("t", column("a", varchar(9)), column("b", varchar(9))));
        Schema two = Schema.of(table("t", column("b", varchar(9)), column("c", varchar(9))));
        before = Origins.parse(List.of("t.a = T#a", "t.b = T#b"));
        now = Origins.parse(List.of("t.b = T#a", "t.c = T#b"));

        assertThat(search("", one, two)).isEqualTo("t.a->b,t.b->c");

        before = Origins.NONE;
        annotate("t", "b", "a");
        annotate("t", "c", "b");
        assertThat(search("", one, two)).isEqualTo("t.b->c,t.a->b");
    }

    @Test
    void aNameThatIsGivenUpIsNotTakenInSilence() {
        Schema one = Schema.of(table("t", column("a", varchar(9)), column("b", varchar(9))));
        Schema two = Schema.of(table("t", column("b", varchar(9))));
        before = Origins.parse(List.of("t.a = T#a", "t.b = T#b"));
        now = Origins.parse(List.of("t.b = T#a"));

        assertThatThrownBy(() -> search("", one, two)).hasMessageContaining(":\n    T#a: t.a -> t.b\n");
        assertThatThrownBy(() -> search("none", one, two)).hasMessageContaining("    T#a: t.a -> t.b\n");
        assertThat(search("t.a->", one, two)).isEqualTo("t.a->");
    }

    @Test
    void namesThatAreExchangedAcrossTypesAreNotTakenInSilence() {
        Schema one = Schema.of(table("t", column("a", varchar(9)), column("b", bigint())));
        before = Origins.parse(List.of("t.a = T#a", "t.b = T#b"));
        now = Origins.parse(List.of("t.a = T#b", "t.b = T#a"));

        assertThatThrownBy(() -> search("", one, one))
                .hasMessageContaining(":\n    T#a: t.a -> t.b\n    T#b: t.b -> t.a\n");
    }

    private static Schema withSequence(String name) {
        return Schema.of(
                List.of(),
                List.of(table("customer", ID)),
                List.of(sequence(name).incrementBy(50)),
                List.of());
    }

    @Test
    void theSequenceOfTheSameColumnIsRenamedWithoutAQuestion() {
        before = Origins.parse(List.of(
                "customer = shop.Customer", "customer.id = shop.Customer#id", "ids = shop.Customer#id.sequence()"));
        now = Origins.parse(List.of(
                "customer = shop.Client", "customer.id = shop.Client#nr", "customer_seq = shop.Client#nr.sequence()"));

        assertThat(search("", withSequence("ids"), withSequence("customer_seq")))
                .isEqualTo("ids->customer_seq");
        assertThat(person.lines)
                .containsExactly("ids is renamed to customer_seq, because shop.Client#nr.sequence() was ids");
        assertThat(search("ids->customer_seq", withSequence("ids"), withSequence("customer_seq")))
                .isEqualTo("ids->customer_seq");
    }

    @Test
    void aSequenceThatLooksRenamedIsAskedAbout() {
        assertThatThrownBy(() -> search("", withSequence("ids"), withSequence("customer_seq")))
                .hasMessageContaining("\n    ids -> customer_seq (possibly)\n");
        person.confirmations.add(true);
        assertThat(search("", withSequence("ids"), withSequence("customer_seq")))
                .isEqualTo("ids->customer_seq");
        assertThat(person.lines).contains("Is customer_seq the renamed ids? (yes keeps its value)");
        person.confirmations.add(false);
        assertThat(search("", withSequence("ids"), withSequence("customer_seq")))
                .isEmpty();
    }

    private static Schema withEnum(String type, String column, String... values) {
        return Schema.of(
                List.of(),
                List.of(table("customer", ID, column(column, named(type)))),
                List.of(),
                List.of(enumType(type, values)));
    }

    @Test
    void anEnumTypeOfTheSameColumnsAndValuesIsRenamedWithoutAQuestion() {
        before = Origins.parse(List.of("customer.mood = shop.Customer#mood"));
        now = Origins.parse(List.of("customer.temper = shop.Customer#mood"));

        assertThat(search("", withEnum("mood", "mood", "OK", "SAD"), withEnum("temper", "temper", "OK", "SAD")))
                .isEqualTo("customer.mood->temper,mood->temper");
        assertThat(person.lines)
                .containsExactly(
                        "customer.mood is renamed to temper, because shop.Customer#mood was mood",
                        "mood is renamed to temper, because the same columns and values were of mood");
        assertThat(search("", withEnum("mood", "mood", "SAD", "OK"), withEnum("temper", "temper", "OK", "SAD")))
                .as("in another order")
                .isEqualTo("customer.mood->temper,mood->temper");
        assertThat(search("", withEnum("mood", "mood", "OK"), withEnum("temper", "temper", "OK", "SAD")))
                .isEqualTo("customer.mood->temper");
    }

    @Test
    void aSequenceOfAnotherColumnIsAnotherOne() {
        before = Origins.parse(List.of("customer.id = shop.Customer#id", "ids = shop.Customer#id.sequence()"));
        now = Origins.parse(List.of("tag.id = shop.Tag#id", "customer_seq = shop.Tag#id.sequence()"));

        assertThat(search("", withSequence("ids"), withSequence("customer_seq")))
                .isEmpty();
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
                        These attributes moved to another table or took over an existing name; Albedo cannot move their data:
                            shop.CardPayment#number: payment.number -> card_payment.number
                          Albedo moves a column to one new column of another table.\
                         Write this migration by hand with mvn albedo:create-empty: create the new tables and columns, copy the\
                         rows with op.sql("insert into ... select ...") or update, and drop the old ones last
                          To drop that data, run the goal again with -Dalbedo.renames="payment.number->\"""");
        assertThat(search("payment.number->", one, joined)).isEqualTo("payment.number->");
        assertThatThrownBy(() -> search("none", one, joined))
                .hasMessageEndingWith("run the goal again with -Dalbedo.renames=\"none,payment.number->\"");
    }

    @Test
    void anAttributeThatMovesIntoAnEmbeddableChangesNothing() {
        before = Origins.parse(List.of("customer.mail = shop.Customer#mail"));
        now = Origins.parse(List.of("customer.mail = shop.Customer#contact.mail"));

        assertThat(search("", OLD, OLD)).isEmpty();
        assertThat(person.lines).isEmpty();
    }

    @Test
    void allThatIsPossibleIsShownAndNothingIsProposed() {
        Schema one = Schema.of(table("customer", ID, column("mail", varchar(50)), column("note", varchar(9))));
        Schema two = Schema.of(table(
                "customer",
                ID,
                column("email", varchar(50)),
                column("phone", varchar(9)),
                column("remark", varchar(9))));

        assertThatThrownBy(() -> search("", one, two)).hasMessage("""
                These may be renames, or unrelated, in which case the old one is dropped with its data:
                    customer.mail -> email
                    customer.note -> phone or remark (possibly)
                  Complete each pair, with the new name in place of ?, or without the ? to drop it, and run the goal again with\
                 -Dalbedo.renames="customer.mail->email,customer.note->?"
                  If all of them are unrelated, with -Dalbedo.renames="customer.mail->,customer.note->\"""");
        assertThatThrownBy(() -> search("customer.mail->email,customer.note->?", one, two))
                .hasMessageStartingWith("the rename \"customer.note->?\" is not answered yet");
        assertThat(search("customer.mail->email,customer.note->remark", one, two))
                .isEqualTo("customer.mail->email,customer.note->remark");
    }

    @Test
    void everyKindIsAskedAboutAtOnce() {
        Schema one = Schema.of(
                List.of(),
                List.of(
                        table("customer", ID, column("mail", varchar(50))),
                        table("payment", ID, column("number", varchar(50)), column("old", bigint()))),
                List.of(sequence("pay_seq").incrementBy(50)),
                List.of());
        Schema two = Schema.of(
                List.of(),
                List.of(
                        table("client", ID, column("email", varchar(50))),
                        table("payment", ID, column("fresh", bigint())),
                        table("card_payment", column("number", varchar(50)))),
                List.of(sequence("pays_seq").incrementBy(50)),
                List.of());
        before = Origins.parse(List.of("payment.number = shop.CardPayment#number"));
        now = Origins.parse(List.of("card_payment.number = shop.CardPayment#number"));

        assertThatThrownBy(() -> search("", one, two))
                .hasMessageContaining("\n    shop.CardPayment#number: payment.number -> card_payment.number\n")
                .hasMessageContaining("\n    pay_seq -> pays_seq\n")
                .hasMessageContaining("payment.old->?")
                .hasMessageContaining("pay_seq->pays_seq");
    }

    @Test
    void noneDoesNotAnswerInSilence() {
        assertThat(search("none", OLD, NEW_COLUMN)).isEqualTo("none");
        assertThat(person.lines).containsExactly("customer.mail is not renamed to email, because of albedo.renames");
    }

    @Test
    void anAnswerDoesNotAnswerWhatComesLater() {
        Schema later = Schema.of(table("customer", ID, column("email", varchar(50)), column("x", bigint())));
        Schema both = Schema.of(table("customer", ID, column("mail", varchar(50)), column("old_x", bigint())));

        assertThat(search("customer.mail->", OLD, NEW_COLUMN)).isEqualTo("customer.mail->");
        assertThatThrownBy(() -> search("customer.mail->", both, later))
                .hasMessageContaining("\n    customer.old_x -> x (possibly)\n");
    }
}
