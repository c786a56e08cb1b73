package dev.albedo.maven.example;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.CreateTable;
import dev.albedo.spi.PlanHook;
import dev.albedo.testing.CreateView;
import java.util.ArrayList;
import java.util.List;

/** Whenever the table of orders is created, so is the view that reports are made of. */
public final class ViewOfOrders implements PlanHook {

    @Override
    public List<Operation> rewrite(List<Operation> up, Context context) {
        List<Operation> all = new ArrayList<>(up);
        for (Operation operation : up) {
            if (operation instanceof CreateTable create
                    && create.table().name().name().equals("orders")) {
                all.add(new CreateView("big_orders", "SELECT id FROM orders WHERE amount > 1000").asOperation());
            }
        }
        return all;
    }
}
