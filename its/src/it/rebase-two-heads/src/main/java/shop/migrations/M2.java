package shop.migrations;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.bigint;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;

@Revision(id = "bbbbbbbbbbbb", parent = "aaaaaaaaaaaa", labels = "billing")
public final class M2 implements Migration {

    @Override
    public void up(Operations op) {
        op.createTable("invoice", column("id", bigint()));
    }

    @Override
    public void down(Operations op) {
        op.dropTable("invoice");
    }
}
