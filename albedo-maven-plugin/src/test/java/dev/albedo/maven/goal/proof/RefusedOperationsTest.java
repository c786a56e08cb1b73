package dev.albedo.maven.goal.proof;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.origin.Origins;
import dev.albedo.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a database refuses of a model's SQL is said of the object and the attribute that it comes from. */
class RefusedOperationsTest extends ProofFixture {

    @Test
    void eachErrorNamesItsObjectAndWhatMapsIt() throws Exception {
        customers();
        Schema model = Schema.of(
                customer(
                                column("age", integer()).nullable().defaultTo("'many'"),
                                column("size", integer()).nullable())
                        .with(check("ck_size", "size > nowhere()"))
                        .with(index("ix_lower", expression("lower(email, size)"))),
                table(
                        "account",
                        column("id", integer()),
                        column("kind", varchar(10)).defaultTo("unknown_default()"),
                        column("rest", integer()).nullable().generatedAs("missing + 1"),
                        column("mood", named("mood")).nullable(),
                        primaryKey("pk_account", "id"),
                        check("ck_kind", "kind = any (nothing)"),
                        check("ck_none", "never()"),
                        index("ix_rest", expression("ruin(id)"))));
        Origins origins = Origins.parse(List.of(
                "account = shop.Account",
                "account.id = shop.Account#id",
                "account.kind = shop.Account#kind",
                "account.mood = shop.Account#mood",
                "account.rest = shop.Account#rest.of",
                "customer = shop.Customer",
                "customer.age = shop.Customer#age",
                "customer.email = shop.Customer#email",
                "customer.size = shop.Customer#size, shop.Vip#size"));

        for (PlanProof.Place place : List.of(PlanProof.Place.DATABASE, PlanProof.Place.SCRATCH)) {
            assertThatThrownBy(() -> prove(proof(place), model, origins))
                    .satisfies(thrown -> assertThat(thrown.getMessage().lines().filter(line -> line.startsWith("    ")))
                            .extracting(line -> line.strip().replaceFirst("; Hint: .*", ")"))
                            .containsExactlyInAnyOrder(
                                    "add column account.mood mood, mapped by shop.Account#mood (ERROR: type \"mood\" does"
                                            + " not exist)",
                                    "alter column account.kind: default none -> unknown_default(), mapped by shop.Account#kind"
                                            + " (ERROR: function unknown_default() does not exist)",
                                    "alter column account.rest: generated none -> missing + 1 stored, mapped by shop.Account#rest.of"
                                            + " (ERROR: column \"missing\" does not exist)",
                                    "add check (kind = any (nothing)) on account (ck_kind), mapped by shop.Account#kind"
                                            + " (ERROR: column \"nothing\" does not exist)",
                                    "add check (never()) on account (ck_none), mapped by shop.Account"
                                            + " (ERROR: function never() does not exist)",
                                    "add column customer.age integer, mapped by shop.Customer#age"
                                            + " (ERROR: invalid input syntax for type integer: \"many\")",
                                    "add check (size > nowhere()) on customer (ck_size), mapped by shop.Customer#size and shop.Vip#size"
                                            + " (ERROR: function nowhere() does not exist)",
                                    "create index (ruin(id)) on account (ix_rest), mapped by shop.Account#id"
                                            + " (ERROR: function ruin(integer) does not exist)",
                                    "create index (lower(email, size)) on customer (ix_lower), mapped by shop.Customer#email and shop.Customer#size and shop.Vip#size"
                                            + " (ERROR: function lower(character varying, integer) does not exist)"));
        }
    }

    @Test
    void oneErrorNamesItsObjectAndWhatMapsIt() throws Exception {
        customers();
        Schema model = Schema.of(
                customer(),
                table(
                        "account",
                        column("id", integer()),
                        primaryKey("pk_account", "id"),
                        check("ck_positive", "id > nothing")));

        assertThatThrownBy(() -> prove(
                        proof(PlanProof.Place.DATABASE),
                        model,
                        Origins.parse(List.of("account = shop.Account", "account.id = shop.Account#id"))))
                .hasMessageStartingWith("The database rejects the plan: it cannot add check (id > nothing) on"
                        + " account (ck_positive), mapped by shop.Account#id (ERROR: column \"nothing\" does not"
                        + " exist). Nothing was changed and nothing was written; ");
    }
}
