package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Dialects;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is expected of rows before a rename names the tables and columns as they are called then. */
class RenamedTargetsTest extends DataSkeletonFixture {

    private static final Schema MODEL = Schema.of(
            table(
                    "client from",
                    column("id", integer()),
                    column("the key", integer()),
                    primaryKey("pk_client", "id"),
                    unique("uq_code", "the key")),
            table(
                    "invoice",
                    column("id", integer()),
                    column("client_key", integer()),
                    primaryKey("pk_bill", "id"),
                    foreignKey("fk_bill", "client_key").references("client from", "the key")));

    @Override
    public Comparison comparison(Connection connection) throws SQLException {
        return new Comparison(
                Dialects.of(connection),
                NamingConvention.DEFAULT,
                Renames.parse(
                        "customer->\"client from\",customer.code->\"the key\",bill->invoice,bill.code->client_key"),
                ObjectFilter.ALL);
    }

    @Test
    void aForeignKeyOfConvertedColumnsToARenamedColumn() throws Exception {
        database.execute(
                "create table customer (id integer constraint pk_client primary key, code varchar(20) not null constraint"
                        + " uq_code unique)",
                "create table bill (id integer constraint pk_bill primary key, code varchar(20) not null)",
                "insert into customer values (1, '007'), (2, '8')",
                "insert into bill values (1, '7'), (2, '8'), (3, '9')");
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, MODEL, before).orElseThrow();

            assertThat(plan.up().get(0)).isInstanceOf(Operation.Expect.class);
            assertThatThrownBy(() -> proveAll(proof(PlanProof.Place.DATABASE), plan))
                    .hasMessageStartingWith("The plan is valid, but rows in this database prevent it: expect check")
                    .hasMessageContaining("bill has 1 row for which this is false");
            database.execute("delete from bill where id = 3");
            proveAll(proof(PlanProof.Place.DATABASE), plan);
            run(connection, plan.up(), Map.of());
            assertThat(
                            rows(
                                    "select i.id, c.id from invoice i join \"client from\" c on c.\"the key\" = client_key order by 1"))
                    .containsExactly("1|1", "2|2");
            run(connection, plan.down(), Map.of());
            assertThat(rows("select code from bill order by id")).containsExactly("7", "8");
        }
    }
}
