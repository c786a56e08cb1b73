package dev.albedo.maven.random;

import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.safety.loss.DataLoss;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What becomes of the columns of a database by operations, as far as their values are to be the same. */
final class Fates {

    /**
     * The end of a column.
     *
     * @param converted whether its values were
     * @param lossy whether a mark says that some may be lost
     * @param filled whether NULL was replaced
     */
    record Fate(QualifiedName table, String column, SqlType type, boolean converted, boolean lossy, boolean filled) {

        Fate in(QualifiedName changed) {
            return new Fate(changed, column, type, converted, lossy, filled);
        }

        Fate named(String changed) {
            return new Fate(table, changed, type, converted, lossy, filled);
        }

        Fate lossy(boolean now) {
            return new Fate(table, column, type, converted, lossy || now, filled);
        }

        boolean uses(QualifiedName enumType) {
            SqlType element = type instanceof SqlType.Array array ? array.element() : type;
            return element.equals(new SqlType.Named(enumType));
        }
    }

    private final Map<Place, Fate> fates = new LinkedHashMap<>();
    private final List<String> lostInSilence = new ArrayList<>();
    private int marks;

    private Fates() {}

    /** The fates of all columns that are not computed. */
    static Fates of(Schema before, List<Operation> operations) {
        Fates fates = new Fates();
        for (Table table : before.tables().values()) {
            for (Column column : table.columns()) {
                if (column.generated() == null) {
                    fates.fates.put(
                            Place.of(table.name(), column.name()),
                            new Fate(table.name(), column.name(), column.type(), false, false, false));
                }
            }
        }
        operations.forEach(fates::follow);
        return fates;
    }

    private void follow(Operation operation) {
        boolean marked = DataLoss.of(operation).isPresent();
        marks += marked ? 1 : 0;
        if (operation instanceof Operation.RenameTable rename) {
            change(of(rename.from()), fate -> fate.in(rename.from().sibling(rename.to())));
        } else if (operation instanceof Operation.RenameColumn rename) {
            change(of(rename.table(), rename.from()), fate -> fate.named(rename.to()));
        } else if (operation instanceof Operation.RenameEnum rename) {
            change(fate -> fate.uses(rename.from()), fate -> retyped(fate, rename));
        } else if (operation instanceof Operation.DropTable drop) {
            remove(of(drop.name()), marked, operation);
        } else if (operation instanceof Operation.DropColumn drop) {
            remove(of(drop.table(), drop.name()), marked, operation);
        } else if (operation instanceof Operation.Backfill fill) {
            change(
                    of(fill.table(), fill.column()),
                    fate -> new Fate(fate.table(), fate.column(), fate.type(), fate.converted(), fate.lossy(), true));
        } else if (operation instanceof Operation.AlterEnum alter) {
            change(fate -> fate.uses(alter.from().name()), fate -> fate.lossy(marked));
        } else if (operation instanceof Operation.AlterColumn alter) {
            boolean converts = !alter.from().type().equals(alter.to().type());
            change(
                    of(alter.table(), alter.from().name()),
                    fate -> new Fate(
                            fate.table(),
                            fate.column(),
                            alter.to().type(),
                            fate.converted() || converts,
                            fate.lossy() || marked || isRespelled(alter),
                            fate.filled()));
        }
    }

    /** A proposed conversion, which is marked as one, reads texts: the same value may have another spelling on its way back. */
    private static boolean isRespelled(Operation.AlterColumn alter) {
        return alter.using() != null
                && alter.from().type() instanceof SqlType.Simple type
                && List.of("varchar", "text", "char").contains(type.name());
    }

    private static Fate retyped(Fate fate, Operation.RenameEnum rename) {
        SqlType named = new SqlType.Named(rename.from().sibling(rename.to()));
        SqlType type = fate.type() instanceof SqlType.Array ? new SqlType.Array(named) : named;
        return new Fate(fate.table(), fate.column(), type, fate.converted(), fate.lossy(), fate.filled());
    }

    private static Predicate<Fate> of(QualifiedName table) {
        return fate -> fate.table().equals(table);
    }

    private static Predicate<Fate> of(QualifiedName table, String column) {
        return fate -> fate.table().equals(table) && fate.column().equals(column);
    }

    private void change(Predicate<Fate> which, UnaryOperator<Fate> change) {
        fates.replaceAll((place, fate) -> which.test(fate) ? change.apply(fate) : fate);
    }

    private void remove(Predicate<Fate> which, boolean marked, Operation operation) {
        if (fates.values().removeIf(which) && !marked) {
            lostInSilence.add(operation.describe());
        }
    }

    /** The fate of a column; empty if it is gone. */
    Optional<Fate> of(Place column) {
        return Optional.ofNullable(fates.get(column));
    }

    /** The fates of these columns followed by those of others. */
    Fates then(Fates later) {
        Fates both = new Fates();
        fates.forEach((place, fate) -> later.of(Place.of(fate.table(), fate.column()))
                .ifPresent(end -> both.fates.put(
                        place,
                        new Fate(
                                end.table(),
                                end.column(),
                                end.type(),
                                fate.converted() || end.converted(),
                                fate.lossy() || end.lossy(),
                                fate.filled() || end.filled()))));
        return both;
    }

    /** Where a table is then, by its columns that are left; empty if none is. */
    Optional<QualifiedName> table(QualifiedName before) {
        return fates.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(before))
                .map(entry -> entry.getValue().table())
                .findFirst();
    }

    /** The operations that delete values and are not marked. */
    List<String> lostInSilence() {
        return lostInSilence;
    }

    int marks() {
        return marks;
    }
}
