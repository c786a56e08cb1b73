package dev.albedo.dialect.postgresql.reader;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.schema.Index;
import dev.albedo.schema.Index.Nulls;
import dev.albedo.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes indexes of the rows of {@code pg_index} (PostgreSQL manual section 53.26). */
final class IndexRows {

    /** Bits of {@code indoption}: INDOPTION_DESC and INDOPTION_NULLS_FIRST in PostgreSQL's catalog/pg_index.h. */
    private static final int DESCENDING = 1;

    private static final int NULLS_FIRST = 2;

    private final Map<Long, QualifiedName> operatorClasses;
    private final Map<Long, QualifiedName> collations;

    IndexRows(List<CatalogRows.Named> operatorClasses, List<CatalogRows.Named> collations) {
        this.operatorClasses = byId(operatorClasses);
        this.collations = byId(collations);
    }

    private static Map<Long, QualifiedName> byId(List<CatalogRows.Named> list) {
        Map<Long, QualifiedName> map = new HashMap<>();
        list.forEach(each -> map.put(each.id(), each.name()));
        return map;
    }

    Index index(CatalogRows.Index row, TableColumns own) {
        List<Index.Part> parts = new ArrayList<>();
        for (int i = 0; i < row.keys(); i++) {
            parts.add(part(row, i, own));
        }
        return new Index(
                row.name(),
                parts,
                row.unique(),
                row.method(),
                own.names(row.columns().subList(row.keys(), row.columns().size())),
                row.predicate() == null ? null : SqlText.trimmed(row.predicate()),
                row.nullsNotDistinct());
    }

    private Index.Part part(CatalogRows.Index row, int i, TableColumns own) {
        int number = row.columns().get(i);
        boolean isExpression = number == 0;
        int option = row.options().get(i);
        boolean descending = (option & DESCENDING) != 0;
        boolean nullsFirst = (option & NULLS_FIRST) != 0;
        String text = isExpression ? expression(row, i) : own.name(number);
        QualifiedName operatorClass = operatorClasses.get(row.classes().get(i));
        return new Index.Part(
                isExpression ? SqlText.trimmed(text) : text,
                isExpression,
                descending,
                nullsFirst == descending ? Nulls.DEFAULT : nullsFirst ? Nulls.FIRST : Nulls.LAST,
                operatorClass == null ? null : operatorClass.toString(),
                hasOwnCollation(row, i, text, own)
                        ? collations.get(row.collations().get(i))
                        : null);
    }

    private static String expression(CatalogRows.Index row, int i) {
        return Objects.requireNonNull(
                row.expressions().get(i), () -> "index " + row.name() + " went away while it was read; read it again");
    }

    /**
     * Whether an index has to say its collation. Of an expression the catalogs do not tell which one it has by itself,
     * but the server leaves it out of the definition it prints where it is the same.
     */
    private static boolean hasOwnCollation(CatalogRows.Index row, int i, String text, TableColumns own) {
        long collation = row.collations().get(i);
        int number = row.columns().get(i);
        if (collation == 0) {
            return false;
        }
        return number == 0
                ? isCollated(row.definition(), text)
                : own.get(number).collation() != collation;
    }

    private static boolean isCollated(@Nullable String definition, String expression) {
        return definition != null && definition.contains(expression + " COLLATE ");
    }
}
