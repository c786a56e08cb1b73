package dev.albedo.diff.rename;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenamesTest {

    private static final Schema DATABASE = Schema.of(
            Set.of("shop"),
            List.of(
                    table(
                            "customer",
                            column("id", bigint()).defaultTo("nextval('customer_seq')"),
                            column("mail", text()),
                            column("a", integer()),
                            primaryKey("pk_customer", "id"),
                            check("ck_customer_mail", "mail <> 'mail'"),
                            index("ix_customer_mail", "mail")),
                    table("a", column("x", integer())),
                    table("b", column("x", integer())),
                    table("shop.item", column("x", integer())),
                    table(
                            "order",
                            column("customer", bigint()),
                            foreignKey("fk_order", "customer").references("customer", "id"))),
            List.of(sequence("customer_seq").ownedBy("customer", "id"), sequence("other_seq")),
            List.of());

    private static final Schema MODEL = Schema.of(
            Set.of("shop"),
            List.of(
                    table(
                            "client",
                            column("id", bigint()).defaultTo("nextval('client_seq')"),
                            column("email", text()),
                            column("a", integer()),
                            primaryKey("pk_client", "id"),
                            check("ck_client_email", "email <> 'mail'"),
                            index("ix_client_email", "email")),
                    table("b", column("x", integer())),
                    table("c", column("x", integer())),
                    table("shop.thing", column("y", integer())),
                    table(
                            "order",
                            column("customer", bigint()),
                            foreignKey("fk_order", "customer").references("client", "id"))),
            List.of(sequence("client_seq").ownedBy("client", "id"), sequence("another_seq")),
            List.of());

    private static List<String> planned(String text) {
        return Renames.parse(text).plan(DATABASE, MODEL).stream()
                .map(Operation::describe)
                .toList();
    }

    @Test
    void namesThatFollowAreRenamedToo() {
        SchemaDiff diff = SchemaDiffer.diff(
                DATABASE,
                MODEL,
                Renames.parse("customer->client, client.mail -> email, a->b, b->c, shop.item->thing, shop.thing.x->y"));

        assertThat(diff.operations().stream().map(Operation::describe))
                .containsExactly(
                        "rename table customer to client",
                        "rename table b to c",
                        "rename table a to b",
                        "rename table shop.item to thing",
                        "rename column client.mail to email",
                        "rename column shop.thing.x to y",
                        "rename constraint pk_customer of client to pk_client",
                        "rename constraint ck_customer_mail of client to ck_client_email",
                        "rename index ix_customer_mail of client to ix_client_email",
                        "rename sequence customer_seq to client_seq",
                        "create sequence another_seq",
                        "drop sequence other_seq");
        assertThat(diff.applyTo(DATABASE)).isEqualTo(MODEL);
        assertThat(SchemaDiffer.diff(diff.reverse().applyTo(MODEL), DATABASE).isEmpty())
                .isTrue();
        assertThat(diff.reverse().reverse()).isEqualTo(diff);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer->client                              | rename table customer to client
            customer -> client , customer.mail->email     | rename table customer to client, rename column client.mail to email
            customer->client,client.mail->client.email    | rename table customer to client, rename column client.mail to email
            "customer"->"client"                          | rename table customer to client
            shop.item->shop.thing                         | rename table shop.item to thing
            shop.item->thing,shop.item.x->y               | rename table shop.item to thing, rename column shop.thing.x to y
            ' , '                                         | ''
            """)
    void understands(String text, String expected) {
        assertThat(String.join(", ", planned(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer                       | is not of the form old->new; say for example customer->client or client.mail->email
            customer.mail->?               | is not answered yet: replace ? by the new name, or by nothing if this was not renamed and is to be dropped
            ->client                       | is not of the form old->new; say for example customer->client or client.mail->email
            a->b->c                        | is not of the form old->new; say for example customer->client or client.mail->email
            a.b.c.d->e                     | is not of the form old->new; say for example customer->client or client.mail->email
            shop.item->thing.x             | cannot move anything to another schema or table; the new name is one word
            customr->client                | does not fit: there is no table customr in the schema that is compared with the model
            customer->clint                | does not fit: the model has no table clint
            customer->b                    | does not fit: the name b is in use already
            order.custmer->customer        | does not fit: there is no column order.custmer in the schema that is compared with the model
            order.customer->buyer          | does not fit: the model has no column order.buyer
            nowhere.a->b                   | does not fit: there is no column nowhere.a in the schema that is compared with the model
            """)
    void refuses(String text, String reason) {
        assertThatThrownBy(() -> planned(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the rename \"" + text + "\" " + reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer->client, none     | true  | customer->client,none
            none                       | true  | none
            a.none->b                  | false | a.none->b
            none->b                    | false | none->b
            ''                         | false | ''
            """)
    void knowsWhetherThatIsAll(String text, boolean noOthers, String again) {
        assertThat(Renames.parse(text).noOthers()).isEqualTo(noOthers);
        assertThat(Renames.parse(text)).hasToString(again);
    }

    @Test
    void nothingBehindTheArrowIsNoRename() {
        Renames renames = Renames.parse("customer.mail-> , shop.item->,customer->client");
        Place mail = Place.of(QualifiedName.of("customer"), "mail");

        assertThat(renames).hasToString("customer->client,customer.mail->,shop.item->");
        assertThat(renames.isDropped(List.of(mail))).isTrue();
        assertThat(renames.isDropped(List.of(Place.of(QualifiedName.parse("shop.item")))))
                .isTrue();
        assertThat(renames.isDropped(List.of(Place.of(QualifiedName.of("customer")))))
                .isFalse();
        assertThat(renames.and(List.of(new Rename(Place.of(QualifiedName.of("t"), "a"), "b"))))
                .hasToString("customer->client,t.a->b,customer.mail->,shop.item->");
        assertThatThrownBy(() -> Renames.parse("customer.mail->,customer.mail->email"))
                .hasMessageContaining("renames something that an earlier rename renames already");
        assertThatThrownBy(() -> renames.requireDropped(List.of(mail)))
                .hasMessage(
                        "the rename \"shop.item->\" does not fit: there is no such table, column, sequence or enum type in"
                                + " the schema that is compared with the model");
    }

    @Test
    void aRenameIsSpelledAsItIsRead() {
        Rename table = new Rename(Place.of(QualifiedName.parse("shop.item")), "thing");
        Rename column = new Rename(Place.of(new QualifiedName("a,b", "c.d"), "e->f"), "the \"g\"");

        assertThat(List.of(table, column))
                .hasToString("[shop.item->thing, \"a,b\".\"c.d\".\"e->f\"->\"the \"\"g\"\"\"]");
        assertThat(Renames.parse("none").and(List.of(table))).hasToString("shop.item->thing,none");
        assertThat(Renames.parse(table.toString()).inOrder(DATABASE, MODEL)).containsExactly(table);
        Schema schema =
                Schema.of(table("x").named(new QualifiedName("a,b", "c.d")).with(column("e->f", integer())));
        assertThat(Renames.parse(column.toString()).inOrder(schema, column.applyTo(schema)))
                .containsExactly(column);
    }

    @Test
    void refusesToRenameTwice() {
        assertThatThrownBy(() -> Renames.parse("a->b, a->c"))
                .hasMessage("the rename \"a->c\" renames something that an earlier rename renames already");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a->b, b->a                   | rename table a to albedo_between, rename table b to a, rename table albedo_between to b
            a->b, b->a, a.x->y           | rename table a to albedo_between, rename table b to a, rename table albedo_between to b, rename column a.x to y
            b.x->y, b.y->z, b.z->x       | rename column b.x to albedo_between2, rename column b.z to x, rename column b.y to z, rename column b.albedo_between2 to y
            s->q, q->s                   | rename sequence s to albedo_between, rename sequence q to s, rename sequence albedo_between to q
            """)
    void exchanges(String text, String expected) {
        Schema schema = Schema.of(
                List.of(),
                List.of(
                        table("a", column("x", integer()), column("y", integer())),
                        table(
                                "b",
                                column("x", integer()),
                                column("y", integer()),
                                column("z", integer()),
                                column("albedo_between", integer()))),
                List.of(sequence("s"), sequence("q")),
                List.of());
        Schema free = Schema.of(
                List.of(),
                List.of(table("a", column("x", integer())), table("b", column("x", integer()))),
                List.of(),
                List.of());

        assertThat(Renames.parse(text).plan(text.contains("a.x") ? free : schema, schema).stream()
                        .map(Operation::describe))
                .containsExactly(expected.split(", "));
    }

    @Test
    void refusesToTakeANameInACircle() {
        Schema schema = Schema.of(table("a", column("x", integer())), table("b"), table("c"));

        assertThatThrownBy(() -> Renames.parse("a->b, b->a, c->b").plan(schema, schema))
                .hasMessage("the rename \"c->b\" does not fit: the name b is in use already");
    }
}
