package shop.migrations;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.bigint;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;

@Revision(id = "aaaaaaaaaaaa")
public final class M1 implements Migration {

    @Override
    public void up(Operations op) {
        op.createTable("customer", column("id", bigint()));
    }
}
