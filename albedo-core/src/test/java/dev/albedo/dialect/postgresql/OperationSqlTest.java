package dev.albedo.dialect.postgresql;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.RecoveryProbe;
import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AddConstraint;
import dev.albedo.operation.Operation.AlterEnum;
import dev.albedo.operation.Operation.CreateEnum;
import dev.albedo.operation.Operation.CreateIndex;
import dev.albedo.operation.Operation.CreateTable;
import dev.albedo.operation.Operation.RunStep;
import dev.albedo.schema.Column;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationSqlTest {

    private static final PostgresDialect DIALECT = new PostgresDialect(18);
    private static final QualifiedName T = QualifiedName.of("t");

    private TestDatabase database;

    @BeforeAll
    void create() throws SQLException {
        database = TestDatabases.create();
    }

    @AfterAll
    void drop() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("dev.albedo.dialect.postgresql.OperationCases#all")
    void changesTheCatalogAndChangesItBack(OperationCases.Case each) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(each.setup());
            List<String> before = dump(connection);

            run(connection, DIALECT, each.operation());

            List<String> after = dump(connection);
            for (String shown : each.shown()) {
                if (shown.startsWith("!")) {
                    assertThat(before).contains(shown.substring(1));
                    assertThat(after).doesNotContain(shown.substring(1));
                } else {
                    assertThat(before).doesNotContain(shown);
                    assertThat(after).contains(shown);
                }
            }

            run(connection, DIALECT, each.operation().reverse());

            assertThat(dump(connection)).isEqualTo(before);
            connection.rollback();
        }
    }

    @Test
    void indexesConcurrentlyOutsideATransaction() throws SQLException {
        Index index = index("i", "id");
        CreateIndex create = new CreateIndex(T, index, true);
        Statement build = DIALECT.statements(create).get(0);
        Statement drop = DIALECT.statements(create.reverse()).get(0);
        assertThat(build.sql()).isEqualTo("CREATE INDEX CONCURRENTLY i ON t (id)");
        assertThat(drop.sql()).isEqualTo("DROP INDEX CONCURRENTLY i");
        assertThat(build.transactional() || drop.transactional()).isFalse();

        try (TestDatabase other = TestDatabases.create();
                Connection connection = other.connect()) {
            connection.createStatement().execute("CREATE TABLE t (id bigint)");
            List<String> before = dump(connection);
            assertThat(answer(connection, build)).isEqualTo(RecoveryProbe.BEFORE);
            assertThat(answer(connection, drop)).isEqualTo(RecoveryProbe.AFTER);
            run(connection, DIALECT, create);
            assertThat(answer(connection, build)).isEqualTo(RecoveryProbe.AFTER);
            assertThat(answer(connection, drop)).isEqualTo(RecoveryProbe.BEFORE);
            assertThat(dump(connection)).contains("    index i CREATE INDEX ON public.t USING btree (id)");
            run(connection, DIALECT, create.reverse());
            assertThat(dump(connection)).isEqualTo(before);
        }
        assertThatThrownBy(() -> DIALECT.statements(new CreateIndex(T, index.named(null), true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the index (id) on t needs a name:");
    }

    private static String answer(Connection connection, Statement statement) throws SQLException {
        try (ResultSet row = connection
                .createStatement()
                .executeQuery(Objects.requireNonNull(statement.aftermath()).question())) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void writesReadableSql() {
        assertThat(sql(new CreateTable(table(
                        "customer",
                        column("id", bigint()),
                        column("email", varchar(255)).nullable(),
                        unique("uq_customer_email", "email")))))
                .containsExactly("""
                        CREATE TABLE customer (
                            id bigint NOT NULL,
                            email varchar(255),
                            CONSTRAINT uq_customer_email UNIQUE (email)
                        )""");
        assertThat(sql(new AlterEnum(enumType("m", "b", "d"), enumType("m", "a", "b", "c", "d", "e"), false)))
                .containsExactly(
                        "ALTER TYPE m ADD VALUE 'a' BEFORE 'b'",
                        "ALTER TYPE m ADD VALUE 'c' AFTER 'b'",
                        "ALTER TYPE m ADD VALUE 'e' AFTER 'd'");
        assertThat(sql(new AlterEnum(enumType("m"), enumType("m", "a"), false)))
                .containsExactly("ALTER TYPE m ADD VALUE 'a'");
    }

    @Test
    void aStepIsNoSql() {
        assertThat(DIALECT.statements(new RunStep("fill", data -> {}))).isEmpty();
    }

    @Test
    void refusesWhatTheVersionDoesNotHave() {
        Column virtual = column("c", bigint()).generated(new Generated("1", false));
        assertThatThrownBy(() -> new PostgresDialect(14)
                        .statements(new AddConstraint(T, unique("u", "a").nullsNotDistinct(true))))
                .hasMessage(
                        "unique (a) nulls not distinct needs NULLS NOT DISTINCT, which PostgreSQL has since version 15;"
                                + " this is version 14");
        assertThatThrownBy(() -> new PostgresDialect(14)
                        .statements(new CreateIndex(T, index("i", "a").nullsNotDistinct(true), false)))
                .hasMessageContaining("since version 15");
        assertThatThrownBy(() -> new PostgresDialect(17).statements(new CreateTable(table("t", virtual))))
                .hasMessageContaining("column c needs a generated column that is not stored");
        assertThatThrownBy(() -> new PostgresDialect(12)).hasMessageContaining("too old");
    }

    @Test
    void refusesNamesThatPostgresWouldCut() {
        String name = "ü".repeat(32);
        assertThatThrownBy(() -> DIALECT.statements(new CreateTable(table(name))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name + "\" has 64 bytes");
        assertThatThrownBy(() -> DIALECT.statements(new CreateEnum(enumType("e", name))))
                .hasMessageContaining(name + "\" of enum type e has 64 bytes");
        assertThat(DIALECT.identifier("x".repeat(63))).hasSize(63);
    }

    private static List<String> sql(Operation operation) {
        return DIALECT.statements(operation).stream().map(Statement::sql).toList();
    }

    private static List<String> dump(Connection connection) throws SQLException {
        return CatalogDump.everything()
                .withoutColumnOrder()
                .of(connection)
                .lines()
                .toList();
    }

    static void run(Connection connection, PostgresDialect dialect, Operation operation) throws SQLException {
        for (Statement statement : dialect.statements(operation)) {
            try {
                connection.createStatement().execute(statement.sql());
            } catch (SQLException e) {
                throw new SQLException(e.getMessage() + "\n" + statement.sql(), e);
            }
        }
    }
}
