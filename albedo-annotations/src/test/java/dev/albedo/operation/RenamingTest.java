package dev.albedo.operation;

import static dev.albedo.schema.SchemaDsl.asc;
import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.exclusion;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenamingTest {

    private static Schema schema(String table, String key) {
        return Schema.of(
                Set.of(),
                List.of(
                        table(
                                table,
                                column(key, integer()),
                                column("up", text()).generatedAs("upper(" + key + "::text)"),
                                column("parent", integer()),
                                primaryKey("pk", key),
                                unique("uq", key, "parent"),
                                check("ck", key + " > 0 AND 'a' <> 'id'"),
                                exclusion("ex", "USING gist (" + key + " WITH =)"),
                                foreignKey("fk_self", "parent").references(table, key),
                                index("ix", asc(key), expression(key + " + 1"))
                                        .including(key)
                                        .where(key + " > 1")),
                        table(
                                "other",
                                column("id", integer()),
                                foreignKey("fk", "id").references(table, key),
                                check("ck", "id > 0"))),
                List.of(sequence("s").ownedBy(table, key), sequence("o").ownedBy("other", "id")),
                List.of());
    }

    @Test
    void everythingThatNamesATableFollows() {
        assertThat(new Operation.RenameTable(QualifiedName.of("t"), "u").applyTo(schema("t", "id")))
                .isEqualTo(schema("u", "id"));
    }

    @Test
    void everythingThatNamesAColumnFollows() {
        Operation rename = new Operation.RenameColumn(QualifiedName.of("t"), "id", "key");

        assertThat(rename.applyTo(schema("t", "id"))).isEqualTo(schema("t", "key"));
        assertThat(rename.reverse().applyTo(schema("t", "key"))).isEqualTo(schema("t", "id"));
    }

    @Test
    void aNameIsFoldedAsTheServerFoldsIt() {
        Schema schema = schema("t", "Ära");
        Operation rename = new Operation.RenameColumn(QualifiedName.of("t"), "Ära", "Epoche");

        assertThat(rename.reverse()
                        .applyTo(rename.applyTo(schema))
                        .table(QualifiedName.of("t"))
                        .orElseThrow()
                        .constraint("ck"))
                .hasValue(check("ck", "\"Ära\" > 0 AND 'a' <> 'id'"));
    }
}
