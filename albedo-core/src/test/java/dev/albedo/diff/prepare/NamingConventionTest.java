package dev.albedo.diff.prepare;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.exclusion;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.testing.Everything;
import dev.albedo.testing.RandomSchemas;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingConventionTest {

    private static final int LONGEST = 63;

    private static final NamingConvention NAMES = NamingConvention.DEFAULT;

    private static Schema withoutNames(Schema schema) {
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(schema.tables());
        tables.replaceAll((name, table) -> table.constraints(table.constraints().stream()
                        .map(constraint -> constraint.named(null))
                        .toList())
                .indexes(
                        table.indexes().stream().map(index -> index.named(null)).toList()));
        return schema.tables(tables);
    }

    private static List<String> names(Schema schema) {
        return schema.tables().values().stream()
                .flatMap(table -> Stream.concat(
                        table.constraints().stream().map(Constraint::name),
                        table.indexes().stream().map(Index::name)))
                .toList();
    }

    @Test
    void aModelWithoutNamesGetsExactlyThoseOfItsDatabase() {
        assertThat(NAMES.name(withoutNames(Everything.SCHEMA), Everything.SCHEMA, LONGEST))
                .isEqualTo(Everything.SCHEMA);
        for (int seed = 0; seed < 300; seed++) {
            Schema schema = new RandomSchemas(seed).schema();
            assertThat(NAMES.name(withoutNames(schema), schema, LONGEST))
                    .as("seed %d", seed)
                    .isEqualTo(schema);
        }
    }

    @Test
    void whatItNamesKeepsItsNameAndNamesNothingTwice() {
        for (int seed = 0; seed < 300; seed++) {
            RandomSchemas.Pair pair = RandomSchemas.pair(seed);
            Schema named = NAMES.name(withoutNames(pair.to()), pair.from(), LONGEST);

            assertThat(NAMES.name(withoutNames(pair.to()), named, LONGEST))
                    .as("seed %d", seed)
                    .isEqualTo(named);
            assertThat(NAMES.name(named, pair.from(), LONGEST))
                    .as("seed %d", seed)
                    .isEqualTo(named);
            assertThat(names(named)).doesNotContainNull();
            SchemaDiff diff = SchemaDiffer.diff(pair.from(), named);
            assertThat(SchemaDiffer.diff(diff.applyTo(pair.from()), named).isEmpty())
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void namesByPattern() {
        Schema model = Schema.of(table(
                "shop.order",
                column("id", bigint()),
                column("n", integer()),
                column("Name", text()),
                primaryKey(null, "id"),
                unique(null, "n", "Name"),
                unique(null, "Name"),
                foreignKey(null, "n", "id").references("line", "a", "b"),
                check(null, "n > 0 AND \"Name\" <> 'id'"),
                check(null, "0 < n AND length(\"Name\") > 1"),
                check(null, "1 < 2"),
                exclusion(null, "USING gist (n WITH =)"),
                index(null, "n"),
                index(null, expression("lower(\"Name\")"), expression("1 + 1"))));

        assertThat(names(NAMES.name(model, Schema.EMPTY, LONGEST)))
                .containsExactly(
                        "pk_order",
                        "uq_order_Name",
                        "uq_order_n_Name",
                        "ck_order",
                        "ck_order_n_Name",
                        "ck_order_n_Name_2",
                        "ex_order_n",
                        "fk_order_n_id",
                        "ix_order_Name",
                        "ix_order_n");
        NamingConvention other = NAMES.primaryKey("{table}_key")
                .foreignKey("{table}_{columns}_to_{target}")
                .index("i_{table}_{columns}")
                .unique("u_{table}_{columns}")
                .check("c_{table}")
                .exclusion("x_{table}");
        assertThat(names(other.name(model, Schema.EMPTY, LONGEST)))
                .containsExactly(
                        "order_key",
                        "u_order_Name",
                        "u_order_n_Name",
                        "c_order",
                        "c_order_2",
                        "c_order_3",
                        "x_order",
                        "order_n_id_to_line",
                        "i_order_Name",
                        "i_order_n");
    }

    @Test
    void namesWithinASchemaAreUnique() {
        Schema model = Schema.of(
                table("a_b", column("c", integer()), index(null, "c"), check(null, "c > 0")),
                table("a", column("b_c", integer()), index(null, "b_c"), check(null, "b_c > 0")),
                table("ix_a_b_c_2", column("c", integer())),
                table("shop.a", column("b_c", integer()), index(null, "b_c")));

        assertThat(names(NAMES.name(model, Schema.EMPTY, LONGEST)))
                .containsExactly("ck_a_b_c", "ix_a_b_c", "ck_a_b_c", "ix_a_b_c_3", "ix_a_b_c");
    }

    @Test
    void aLongNameIsCutAndEndsInAHash() {
        String longName = "a_very_long_name_of_a_column_that_goes_on_and_on";
        String other = longName + "_2";
        Schema model = Schema.of(table(
                "customer",
                column(longName, integer()),
                column(other, integer()),
                column("ä".repeat(31), integer()),
                index(null, longName, "ä".repeat(31)),
                index(null, longName, other),
                index(null, longName, other).unique(true)));

        List<String> names = names(NAMES.name(model, Schema.EMPTY, LONGEST));
        assertThat(names)
                .satisfiesExactlyInAnyOrder(
                        name -> assertThat(name)
                                .matches("ix_customer_a_very_long_name_of_a_column_that_goes_on__[0-9a-f]{8}"),
                        name -> assertThat(name)
                                .matches("ix_customer_a_very_long_name_of_a_column_that_goes_on__[0-9a-f]{8}"),
                        name -> assertThat(name)
                                .matches("ix_customer_a_very_long_name_of_a_column_that_goes_on__[0-9a-f]{6}_2"));
        assertThat(names)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(63));
        assertThat(NamingConvention.shortened("ä".repeat(32), LONGEST))
                .isEqualTo("ä".repeat(27) + "_" + "0f2cea1e")
                .satisfies(name ->
                        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(63));
        assertThat(NamingConvention.shortened("x".repeat(63), LONGEST)).isEqualTo("x".repeat(63));
    }

    @Test
    void adoptsTheOrderOfAPrimaryKeyAndOfTheColumnPairsOfAForeignKey() {
        Table database = table(
                "t",
                column("a", integer()),
                column("b", integer()),
                primaryKey("t_pkey", "b", "a"),
                foreignKey("t_fkey", "b", "a").references("o", "y", "x"),
                unique("t_a_b_key", "a", "b"));
        Table model = table(
                "t",
                column("a", integer()),
                column("b", integer()),
                primaryKey(null, "a", "b"),
                foreignKey(null, "a", "b").references("o", "x", "y"),
                unique(null, "b", "a"));

        Schema named = NAMES.name(Schema.of(model), Schema.of(database), LONGEST);

        assertThat(SchemaDiffer.diff(Schema.of(database), named).operations().stream()
                        .map(Operation::describe))
                .containsExactly("drop unique (a, b) on t (t_a_b_key)", "add unique (b, a) on t (uq_t_b_a)");
        Table chosen = model.constraints(List.of(primaryKey("t_pkey", "a", "b")));
        assertThat(NAMES.name(Schema.of(chosen), Schema.of(database), LONGEST).table(database.name()))
                .map(table -> table.primaryKey().orElseThrow().columns())
                .hasValue(List.of("b", "a"));
    }

    @Test
    void anotherStructureUnderTheGeneratedNameIsAChange() {
        Table database = table("t", column("a", integer()), column("b", integer()), primaryKey("pk_t", "a"));
        Table model = database.constraints(List.of(primaryKey(null, "b")));

        Schema named = NAMES.name(Schema.of(model), Schema.of(database), LONGEST);

        assertThat(SchemaDiffer.diff(Schema.of(database), named).operations().stream()
                        .map(Operation::describe))
                .containsExactly("drop primary key (a) on t (pk_t)", "add primary key (b) on t (pk_t)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uq_{columns}         | the naming pattern for unique constraints, "uq_{columns}", does not say {table}: things of different tables would get the same name
            uq_{table}_{column}  | the naming pattern for unique constraints, "uq_{table}_{column}", says {column}; known are {table}, {columns}
            uq_{table}_{target}  | the naming pattern for unique constraints, "uq_{table}_{target}", says {target}; known are {table}, {columns}
            """)
    void refusesAPattern(String pattern, String reason) {
        assertThatThrownBy(() -> NAMES.unique(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }
}
