package shop.migrations;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;

@Revision(id = "aaaaaaaaaaaa")
public final class M1 implements Migration {

    @Override
    public void up(Operations op) {}

    @Override
    public void down(Operations op) {}
}
