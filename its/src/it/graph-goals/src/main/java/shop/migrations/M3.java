package shop.migrations;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.bigint;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;

@Revision(id = "cccccccccccc", parent = "aaaaaaaaaaaa")
public final class M3 implements Migration {

    @Override
    public void up(Operations op) {
        op.createTable("article", column("id", bigint()));
    }

    @Override
    public void down(Operations op) {
        op.dropTable("article");
    }
}
