package shop;

import dev.albedo.operation.CustomOperation;
import dev.albedo.operation.Operation;
import java.util.List;

/** What Albedo does not know. */
public record CreateView(String name, String query) implements CustomOperation {

    @Override
    public String describe() {
        return "create view " + name;
    }

    @Override
    public List<String> sql(String database) {
        return List.of("CREATE VIEW " + name + " AS " + query);
    }

    @Override
    public Operation reverse() {
        return new DropView(name, query).asOperation();
    }

    /** The way back. */
    public record DropView(String name, String query) implements CustomOperation {

        @Override
        public String describe() {
            return "drop view " + name;
        }

        @Override
        public List<String> sql(String database) {
            return List.of("DROP VIEW " + name);
        }

        @Override
        public Operation reverse() {
            return new CreateView(name, query).asOperation();
        }
    }
}
