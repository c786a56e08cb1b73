package shop.migrations;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;

@Revision(id = "bbbbbbbbbbbb", parent = "aaaaaaaaaaaa")
public final class M2 implements Migration {

    @Override
    public void up(Operations op) {
        op.addColumn("customer", column("email", varchar(50)));
    }

    @Override
    public void down(Operations op) {
        op.dropColumn("customer", "email");
    }
}
