package dev.albedo.maven.goal;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.type;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;
import dev.albedo.maven.goal.plan.HookFixture;
import dev.albedo.maven.goal.project.ModuleParts;
import dev.albedo.maven.goal.report.RunReport;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunException;
import dev.albedo.run.RunSettings;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is allowed in a migration, by an option of a run, and what the check says of it. */
class AcknowledgedLossTest extends HookFixture {

    private static final Table BEFORE = table(
            "product",
            column("id", integer()),
            column("price", type("numeric", 10, 4)).nullable(),
            column("code", varchar(20)).nullable(),
            column("stock", integer()).nullable(),
            column("note", varchar(20)).nullable(),
            primaryKey("pk_product", "id"));

    private static final Schema AFTER = Schema.of(table(
            "product",
            column("id", integer()),
            column("price", type("numeric", 10, 2)).nullable(),
            column("code", varchar(10)).nullable(),
            column("stock", type("smallint")).nullable(),
            primaryKey("pk_product", "id")));

    @Revision(id = "aaa0")
    static final class Products implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable(BEFORE);
        }

        @Override
        public void down(Operations op) {
            op.dropTable("product");
        }
    }

    @Revision(id = "aaa1", parent = "aaa0")
    static final class Silent implements Migration {
        @Override
        public void up(Operations op) {
            op.dropColumn("product", "note");
        }
    }

    @Revision(id = "aaa1", parent = "aaa0")
    static final class Spoken implements Migration {
        @Override
        public void up(Operations op) {
            op.allowDataLoss("column product.note");
            op.dropColumn("product", "note");
        }
    }

    private Migrator migrator(boolean allowDestructive, Migration... all) {
        return new Migrator(
                ConnectionSource.of(database.dataSource()),
                MigrationSource.of(List.of(all)),
                RunSettings.DEFAULT.allowDestructive(allowDestructive),
                new RunReport(said));
    }

    private List<String> wrong(Migration... all) throws Exception {
        return new Check(comparison(), false, ignored -> place(), said)
                .find(
                        () -> MigrationSource.of(List.of(all)),
                        Optional.empty(),
                        new ModuleParts(false, true),
                        migrations -> List.of())
                .wrong();
    }

    @Test
    void onlyWhatCanBeLostWithoutAnErrorIsMarked() throws Exception {
        migrations.add(new Products());

        String source = walked(AFTER);

        assertThat(source.lines().filter(line -> line.contains("DELETES DATA")))
                .extracting(String::strip)
                .containsExactly(
                        "// DELETES DATA: digits that numeric(10, 2) rounds off in column product.price",
                        "op.dropColumn(\"product\", \"note\"); // DELETES DATA");
        assertThat(source)
                .contains("op.expect(\"product\", \"char_length(code) <= 10\")")
                .contains("op.expect(\"product\", \"stock BETWEEN -32768 AND 32767\")");
    }

    @Test
    void anOptionOfCreateIsWrittenIntoTheMigration() throws Exception {
        migrator(false, new Products()).migrate("head");
        migrations.add(new Products());

        Path file = createAllowing(AFTER).orElseThrow();

        assertThat(Files.readString(file))
                .containsSubsequence(
                        "op.allowDataLoss(\"digits that numeric(10, 2) rounds off in column product.price\");",
                        "op.alterColumn(\"product\", column(\"price\",",
                        "op.allowDataLoss(\"column product.note\");",
                        "op.dropColumn(\"product\", \"note\");");
        assertThat(said.lines()).last().isEqualTo("Review it, then run mvn albedo:migrate");
        Migration written = compiled(file);
        assertThat(wrong(new Products(), written)).isEmpty();
        assertThat(migrator(false, new Products(), written).migrate("head")).hasSize(1);
    }

    @Test
    void whatAnOptionOfTheRunAllowedIsSaidAfterwardsForTheCheck() throws Exception {
        String objection = "revision aaa1 (Silent) deletes data: column product.note. If that is meant, write"
                + " op.allowDataLoss(\"column product.note\") before it";
        assertThatThrownBy(() -> migrator(false, new Products(), new Silent()).migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessageContaining(objection);
        assertThat(wrong(new Products(), new Silent()))
                .singleElement()
                .asString()
                .contains(objection);

        migrator(true, new Products(), new Silent()).migrate("head");

        assertThat(said.warnings())
                .containsExactly(
                        "  up    aaa1  DELETES DATA: column product.note",
                        "  up    aaa1  allowed by albedo.allowDestructive. mvn albedo:check reports it until the migration"
                                + " has op.allowDataLoss(\"column product.note\"), which may be added after the"
                                + " migration was applied");
        assertThat(wrong(new Products(), new Spoken())).isEmpty();
        assertThat(migrator(false, new Products(), new Spoken()).status().edited())
                .extracting(Object::toString)
                .isEmpty();
    }
}
