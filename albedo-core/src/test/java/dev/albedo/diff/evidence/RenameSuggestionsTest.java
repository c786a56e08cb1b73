package dev.albedo.diff.evidence;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.rename.Rename;
import dev.albedo.diff.rename.Renames;
import dev.albedo.schema.Column;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import dev.albedo.schema.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenameSuggestionsTest {

    @ParameterizedTest
    @CsvSource({
        "mail,email,true",
        "name,full_name,true",
        "first_name,given_name,true",
        "postal_code,postcode,true",
        "colour,color,true",
        "Amount,amount,true",
        "amount,total,false",
        "billing_street,billing_city,false",
        "user_id,user_name,false",
        "email,email_verified_at,false",
        "name,username,true",
        "customer_id,supplier_id,false",
        "created,updated,false",
        "a,b,false",
        "id,no,false",
        "id,uuid,false",
    })
    void namesThatAreAlike(String one, String other, boolean expected) {
        assertThat(NameLikeness.areAlike(one, other)).isEqualTo(expected);
        assertThat(NameLikeness.areAlike(other, one)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "varchar,text,true",
        "integer,numeric,true",
        "date,timestamptz,true",
        "uuid,uuid,true",
        "varchar,integer,false",
        "uuid,bigint,false",
        "boolean,varchar,false",
        "json,jsonb,false",
    })
    void typesThatAreAlike(String one, String other, boolean expected) {
        SqlType first = Types.type(one);
        SqlType second = Types.type(other);
        assertThat(RenameSuggestions.areAlike(first, second)).isEqualTo(expected);
        assertThat(RenameSuggestions.areAlike(second, first)).isEqualTo(expected);
        assertThat(RenameSuggestions.areAlike(Types.array(first), Types.array(second)))
                .isEqualTo(expected);
        assertThat(RenameSuggestions.areAlike(first, Types.array(second))).isFalse();
        assertThat(RenameSuggestions.areAlike(first, named(two(other)))).isFalse();
    }

    private static String two(String name) {
        return name + "_type";
    }

    /** A column as {@code name type}, with a question mark behind it if it is nullable. */
    private static Column parse(String text) {
        String[] parts = text.replace("?", "").split(" ");
        int open = parts[1].indexOf('(');
        SqlType type = open < 0
                ? Types.type(parts[1])
                : Types.type(parts[1].substring(0, open), Integer.parseInt(parts[1].replaceAll("\\D", "")));
        Column column = column(parts[0], type);
        return text.endsWith("?") ? column.nullable() : column;
    }

    private static Table parse(String name, String columns) {
        List<Column> parsed = new ArrayList<>();
        for (String each : columns.split(", ")) {
            parsed.add(parse(each));
        }
        return table(name).columns(parsed);
    }

    /** What is only possible has a question mark. */
    private static String describe(Candidate candidate) {
        return candidate.rename() + (candidate.likely() ? "" : "?");
    }

    private static String candidates(Schema from, Schema to) {
        return String.join(
                ", ",
                RenameSuggestions.of(from, to, List.of()).stream()
                        .map(RenameSuggestionsTest::describe)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            like name, same type              | mail varchar(255)                  | email varchar(255)                    | t.mail->email
            like name, longer                 | mail varchar(50)?                  | email varchar(255)                    | t.mail->email
            like name, number for number      | amount integer                     | amount_net numeric                    | t.amount->amount_net
            like name, another kind           | status integer                     | status_text varchar(20)               | ''
            other name, same type             | title varchar(255)?                | caption varchar(255)?                 | t.title->caption?
            other name, another length        | title varchar(255)?                | caption varchar(20)?                  | ''
            other name, now not null          | title varchar(255)?                | caption varchar(255)                  | ''
            other name and kind               | title varchar(255)?                | born date?                            | ''
            the likest name wins              | mail varchar(9), nick varchar(9)   | email varchar(9), alias varchar(9)    | t.mail->email, t.nick->alias?
            one goes, two come                | mail varchar(9)                    | code varchar(9), email varchar(9)     | t.mail->email
            several of like types, none alike | note varchar(9)                    | phone varchar(9), remark varchar(9)   | t.note->phone?, t.note->remark?
            two that are as like              | mail varchar(9)                    | email varchar(9), emails varchar(9)   | t.mail->email?, t.mail->emails?
            only the first word is the same   | billing_street varchar(9)?         | billing_city varchar(9)?              | t.billing_street->billing_city?
            only comes                        | a integer                          | a integer, b integer                  | ''
            only goes                         | a integer, b integer               | a integer                             | ''
            """)
    void columns(String why, String from, String to, String expected) {
        assertThat(candidates(Schema.of(parse("t", from)), Schema.of(parse("t", to))))
                .as(why)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            all the same                | customer | id bigint, name text, city text | person          | id bigint, name text, city text  | customer->person
            half the same               | customer | id bigint, name text, a date, b uuid | person     | id bigint, name text, c bytea, d boolean | customer->person?
            a column renamed with it    | customer | id bigint, mail text            | client          | id bigint, email text            | customer->client
            less than half              | customer | id bigint, name text, a date    | person          | id bigint, x uuid, y uuid        | ''
            nothing but the key         | customer | id bigint, name text            | colour          | id bigint, born date             | ''
            no column of a common name  | scope_policy | id bigint, policy_id bigint, scope_name text | user_grant | id bigint, policy_name bigint, granted text | ''
            nothing but like names      | client_scope | id bigint, scope_id bigint, client_name text | role_map | id bigint, scope_ids bigint, name text, x date, y date, z date | ''
            the key, and half           | customer_tag | customer_id bigint, tag_id bigint | customer_label | customer_id bigint, label_id bigint | customer_tag->customer_label?
            a like name, most the same  | customer | id bigint, name text, city text | customers       | id bigint, name text, town text  | customer->customers
            another schema              | customer | id bigint, name text            | shop.customer   | id bigint, name text             | ''
            """)
    void tables(String why, String from, String columns, String to, String otherColumns, String expected) {
        assertThat(candidates(Schema.of(parse(from, columns)), Schema.of(parse(to, otherColumns))))
                .as(why)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            like names                   | customer_seq | 50 | customer_id_seq | 50 | customer_seq->customer_id_seq
            like names, counts otherwise | customer_seq | 50 | customer_id_seq | 1  | customer_seq->customer_id_seq
            counts in the same way       | customer_seq | 50 | ids             | 50 | customer_seq->ids?
            nothing but the kind         | customer_seq | 50 | order_seq       | 1  | ''
            another schema               | customer_seq | 50 | shop.customer_seq | 50 | ''
            """)
    void sequences(String why, String from, long increment, String to, long otherIncrement, String expected) {
        Schema before = Schema.of(List.of(), List.of(), List.of(sequence(from).incrementBy(increment)), List.of());
        Schema after = Schema.of(List.of(), List.of(), List.of(sequence(to).incrementBy(otherIncrement)), List.of());

        assertThat(String.join(
                        ", ",
                        RenameSuggestions.ofSequences(SchemaDiff.EMPTY, before, after, List.of()).stream()
                                .map(RenameSuggestionsTest::describe)
                                .toList()))
                .as(why)
                .isEqualTo(expected);
    }

    @Test
    void aSequenceThatFollowsATableIsNoQuestion() {
        Schema before = Schema.of(List.of(), List.of(table("customer")), List.of(sequence("customer_seq")), List.of());
        Schema after = Schema.of(List.of(), List.of(table("client")), List.of(sequence("client_seq")), List.of());
        SchemaDiff renaming = new SchemaDiff(Renames.parse("customer->client").plan(before, after));

        assertThat(RenameSuggestions.ofSequences(renaming, renaming.applyTo(before), after, List.of()))
                .isEmpty();
    }

    @Test
    void aColumnThatReferencesAnotherTableIsAnotherColumn() {
        Table plain = table("orders", column("id", bigint()));
        Table buyer = plain.with(column("buyer", bigint()))
                .with(foreignKey("f", "buyer").references("person", "id"));
        Table payer = plain.with(column("payer", bigint()))
                .with(foreignKey("g", "payer").references("person", "id"));
        Table parcel = plain.with(column("parcel", bigint()))
                .with(foreignKey("g", "parcel").references("parcel", "id"));

        assertThat(candidates(Schema.of(buyer), Schema.of(payer))).isEqualTo("orders.buyer->payer?");
        assertThat(candidates(Schema.of(buyer), Schema.of(parcel))).isEmpty();
    }

    @Test
    void aComputedColumnHasNoDataToKeep() {
        Table computed = table("t", column("len", integer()).generatedAs("1"));

        assertThat(candidates(Schema.of(computed), Schema.of(table("t", column("length", integer())))))
                .isEmpty();
    }

    @Test
    void whatWasRefusedIsPairedWithTheNextBest() {
        Schema from = Schema.of(table("t", column("title", varchar(9))));
        Schema to = Schema.of(table("t", column("subtitle", varchar(9)), column("caption", varchar(9))));

        List<Candidate> first = RenameSuggestions.of(from, to, List.of());
        List<Rename> refused = List.of(first.get(0).rename());
        List<Candidate> second = RenameSuggestions.of(from, to, refused);

        assertThat(first.stream().map(RenameSuggestionsTest::describe)).containsExactly("t.title->subtitle");
        assertThat(second.stream().map(RenameSuggestionsTest::describe)).containsExactly("t.title->caption?");
        assertThat(RenameSuggestions.of(
                        from, to, List.of(refused.get(0), second.get(0).rename())))
                .isEmpty();
    }
}
