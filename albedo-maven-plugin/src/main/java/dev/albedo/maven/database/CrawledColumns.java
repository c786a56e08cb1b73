package dev.albedo.maven.database;

import dev.albedo.dialect.Spelling;
import dev.albedo.schema.Column;
import dev.albedo.schema.Identity;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.SqlType;
import java.sql.Types;
import java.util.Set;
import schemacrawler.schema.ColumnDataType;

/** Columns out of what SchemaCrawler shows of them. */
final class CrawledColumns {

    /** The types of which the driver tells the size as it was declared, and not the room that a value takes. */
    private static final Set<Integer> SIZED =
            Set.of(Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR, Types.NUMERIC, Types.DECIMAL);

    private final Spelling spelling;

    CrawledColumns(Spelling spelling) {
        this.spelling = spelling;
    }

    Column column(schemacrawler.schema.Column crawled) {
        Column plain = new Column(
                crawled.getName(),
                type(crawled),
                !crawled.isNullable(),
                null,
                null,
                null,
                null,
                crawled.hasRemarks() ? crawled.getRemarks() : null);
        if (crawled.isGenerated()) {
            return plain;
        }
        if (crawled.hasDefaultValue()) {
            return plain.defaultTo(crawled.getDefaultValue());
        }
        return crawled.isAutoIncremented()
                ? plain.identity(new Identity(Identity.Kind.BY_DEFAULT, SequenceOptions.DEFAULT))
                : plain;
    }

    /** A type that counts itself ({@code bigserial}) is read as what it counts in; its default says the rest. */
    private SqlType type(schemacrawler.schema.Column crawled) {
        ColumnDataType type = crawled.getColumnDataType();
        boolean sized = SIZED.contains(type.getJavaSqlType().getVendorTypeNumber())
                && crawled.getSize() > 0
                && crawled.getSize() < Integer.MAX_VALUE;
        return spelling.columnDefinition(type.getName() + (sized ? crawled.getWidth() : ""))
                .type();
    }
}
