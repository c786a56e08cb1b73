package dev.albedo.maven.example;

import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.SqlType;
import dev.albedo.spi.PlanHook;
import java.util.Set;

/** A column of {@code varchar(255)}, which is what a text without a length gets, may as well be {@code text}. */
public final class TextIsVarchar implements PlanHook {

    private static final Set<SqlType> SAME = Set.of(text(), varchar(255));

    @Override
    public boolean isSameType(QualifiedName table, Column existing, Column expected) {
        return SAME.contains(existing.type()) && SAME.contains(expected.type());
    }
}
