package shop;

import dev.albedo.operation.Operation;
import dev.albedo.spi.ComparedObject;
import dev.albedo.spi.PlanHook;
import java.util.ArrayList;
import java.util.List;

public class ShopHook implements PlanHook {

    @Override
    public boolean include(ComparedObject object) {
        return object.kind() != ComparedObject.Kind.TABLE || !object.name().startsWith("legacy_");
    }

    @Override
    public List<Operation> rewrite(List<Operation> up, Context context) {
        List<Operation> all = new ArrayList<>(up);
        for (Operation operation : up) {
            if (operation instanceof Operation.CreateTable create) {
                String table = create.table().name().name();
                all.add(new CreateView("all_" + table, "SELECT * FROM " + table).asOperation());
            }
        }
        return all;
    }
}
