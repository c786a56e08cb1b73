package dev.albedo.maven.example;

import dev.albedo.spi.ComparedObject;
import dev.albedo.spi.ComparedObject.Kind;
import dev.albedo.spi.PlanHook;

/** Tables of another program are not looked at, and no table is dropped because the model does not know it any more. */
public final class KeepTables implements PlanHook {

    @Override
    public boolean include(ComparedObject object) {
        boolean isForeign = object.name().startsWith("legacy_");
        boolean isToBeDropped = object.expected() == null;
        return object.kind() != Kind.TABLE || !(isForeign || isToBeDropped);
    }
}
