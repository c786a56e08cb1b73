package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionNode;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaReplayTest {

    private static TestMigrations migrations() {
        return new TestMigrations()
                .add("aaa1", op -> op.createTable("a", column("x", varchar(10))), op -> op.dropTable("a"))
                .add("bbb2", op -> op.addColumn("a", column("y", varchar(20))), op -> op.dropColumn("a", "y"))
                .add(
                        "ccc3",
                        op -> {
                            op.dropColumn("a", "x");
                            op.createTable("b", column("z", varchar(30)));
                        },
                        op -> {});
    }

    @Test
    void foldsAllMigrations() {
        assertThat(new SchemaReplay(migrations()).schema())
                .isEqualTo(Schema.of(
                        Table.of(QualifiedName.of("a"), column("y", varchar(20))),
                        Table.of(QualifiedName.of("b"), column("z", varchar(30)))));
        assertThat(new SchemaReplay(new TestMigrations()).schema()).isEqualTo(Schema.EMPTY);
    }

    @Test
    void completesWhatIsDroppedByName() {
        TestMigrations migrations = migrations();
        Schema before = Schema.of(Table.of(QualifiedName.of("a"), column("x", varchar(10)), column("y", varchar(20))));
        assertThat(new SchemaReplay(migrations)
                        .complete(before, migrations.graph().revision("ccc3")))
                .startsWith(new Operation.DropColumn(QualifiedName.of("a"), "x", column("x", varchar(10))));
    }

    @Test
    void believesWhatSqlIsSaidToDo() {
        TestMigrations migrations = migrations()
                .add(
                        "ddd4",
                        op -> op.sql("alter table b rename z to y; alter table b drop y", effect -> {
                            effect.renameColumn("b", "z", "y");
                            effect.dropColumn("b", "y");
                        }),
                        op -> {})
                .add("eee5", op -> op.sql("update a set y = ''"), op -> {});

        SchemaReplay replay = new SchemaReplay(migrations);

        assertThat(replay.schema().tables().get(QualifiedName.of("b")).columns())
                .isEmpty();
        assertThat(replay.unknown()).extracting(RevisionNode::id).containsExactly("eee5");
    }

    @Test
    void whatSqlIsSaidToDoMayBeSaidLater() {
        assertThat(checksum(op -> op.sql("a", effect -> effect.dropTable("a")))).isEqualTo(checksum(op -> op.sql("a")));
    }

    @Test
    void saysWhichRevisionDoesNotFit() {
        TestMigrations migrations = migrations().add("ddd4", op -> op.dropTable("nope"), op -> {});
        assertThatThrownBy(() -> new SchemaReplay(migrations).schema())
                .isInstanceOf(RunException.class)
                .hasMessage(
                        "revision ddd4 (M_ddd4) does not follow from those before it: cannot drop table nope, there is no"
                                + " table nope");
    }

    @Test
    void aChecksumDependsOnTheOperationsAlone() {
        String sum = checksum(op -> op.createTable("a", column("x", varchar(10))));
        assertThat(sum)
                .isEqualTo(checksum(op -> op.createTable("a", column("x", varchar(10)))))
                .hasSize(34);
        assertThat(List.of(
                        checksum(op -> op.createTable("a", column("x", varchar(11)))),
                        checksum(op ->
                                op.createTable("a", column("x", varchar(10)).nullable())),
                        checksum(op -> op.createTable("a", column("y", varchar(10)))),
                        checksum(op -> op.createTable("s.a", column("x", varchar(10)))),
                        checksum(op -> op.dropTable("a")),
                        checksum(op -> op.sql("a")),
                        checksum(op -> op.data("a", data -> {})),
                        checksum(op -> {
                            op.sql("a");
                            op.sql("b");
                        }),
                        checksum(op -> {
                            op.sql("b");
                            op.sql("a");
                        })))
                .doesNotContain(sum)
                .doesNotHaveDuplicates();
        assertThat(checksum(op -> op.data("a", data -> {})))
                .isEqualTo(checksum(op -> op.data("a", data -> data.connection().close())));
        assertThat(sum)
                .as("the same for ever: it is in people's databases")
                .isEqualTo("1:e074015f2ffe3a33e26f36eb1e77c67d");
    }

    private static String checksum(java.util.function.Consumer<dev.albedo.Operations> migration) {
        List<Operation> operations = new ArrayList<>();
        migration.accept(operations::add);
        return RevisionContent.of(operations, "").checksum();
    }
}
