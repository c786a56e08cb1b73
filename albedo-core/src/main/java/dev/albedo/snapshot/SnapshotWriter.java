package dev.albedo.snapshot;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.ReferentialAction;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a snapshot as JSON: LF, two spaces, sorted where order means nothing, without what has its default value. The
 * same snapshot gives the same bytes. {@link SnapshotReader} reads it.
 */
public final class SnapshotWriter {

    /**
     * Goes up when a snapshot may state something that an earlier Albedo would not understand. The earlier formats are then
     * read as well, or refused: a snapshot is made anew by compiling.
     */
    static final int FORMAT = 1;

    private static final Gson GSON = new GsonBuilder()
            .disableHtmlEscaping()
            .setFormattingStyle(FormattingStyle.PRETTY.withNewline("\n").withIndent("  "))
            .create();

    private SnapshotWriter() {}

    /** The snapshot as text. */
    public static String write(Snapshot snapshot) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("fingerprint", snapshot.fingerprint());
        JsonObject madeBy = new JsonObject();
        snapshot.madeBy().forEach(madeBy::addProperty);
        addUnlessEmpty(json, "madeBy", madeBy);
        Schema schema = snapshot.schema();
        add(json, "schemas", schema.schemas(), JsonPrimitive::new);
        add(json, "enums", schema.enums().values(), SnapshotWriter::enumType);
        add(json, "composites", schema.composites().values(), SnapshotWriter::composite);
        add(json, "sequences", schema.sequences().values(), SnapshotWriter::sequence);
        add(json, "tables", schema.tables().values(), SnapshotWriter::table);
        add(json, "unmanaged", snapshot.unmanaged(), SnapshotWriter::unmanaged);
        add(json, "origins", snapshot.origins().lines(), JsonPrimitive::new);
        add(json, "renamedFrom", snapshot.oldNames().entrySet(), SnapshotWriter::oldName);
        InitialValues values = snapshot.initialValues();
        addUnlessEmpty(json, "initialValues", byColumn(values.byTable(), JsonPrimitive::new));
        addUnlessEmpty(json, "primitives", byColumn(values.primitives(), SnapshotWriter::primitive));
        addUnlessEmpty(json, "enumConstants", byColumn(values.enums(), SnapshotWriter::constants));
        addUnlessEmpty(json, "discriminators", byColumn(values.discriminators(), SnapshotWriter::constants));
        return GSON.toJson(json) + "\n";
    }

    private static <V> JsonObject byColumn(
            SortedMap<QualifiedName, SortedMap<String, V>> map, Function<V, JsonElement> toJson) {
        JsonObject json = new JsonObject();
        map.forEach((table, columns) -> {
            JsonObject of = new JsonObject();
            columns.forEach((column, value) -> of.add(column, toJson.apply(value)));
            json.add(table.toString(), of);
        });
        return json;
    }

    private static JsonElement primitive(InitialValues.Primitive primitive) {
        JsonObject json = new JsonObject();
        add(json, "value", primitive.value());
        add(json, "rows", primitive.rows());
        add(json, "embedded", primitive.embedded(), JsonPrimitive::new);
        return json;
    }

    private static JsonElement constants(InitialValues.Constants constants) {
        JsonObject json = new JsonObject();
        add(json, "names", constants.names(), JsonPrimitive::new);
        add(json, "stored", constants.stored(), JsonPrimitive::new);
        return json;
    }

    private static JsonObject unmanaged(Unmanaged object) {
        JsonObject json = new JsonObject();
        json.addProperty("what", object.what());
        json.addProperty("sql", object.sql());
        return json;
    }

    private static void addUnlessEmpty(JsonObject json, String key, JsonObject value) {
        if (!value.isEmpty()) {
            json.add(key, value);
        }
    }

    private static <T> void add(JsonObject json, String key, Collection<T> values, Function<T, JsonElement> toJson) {
        if (!values.isEmpty()) {
            JsonArray array = new JsonArray();
            values.forEach(value -> array.add(toJson.apply(value)));
            json.add(key, array);
        }
    }

    private static void add(JsonObject json, String key, @Nullable Object value) {
        if (value != null) {
            json.addProperty(key, value.toString());
        }
    }

    private static void add(JsonObject json, String key, @Nullable Number value, @Nullable Number defaultValue) {
        if (value != null && !value.equals(defaultValue)) {
            json.addProperty(key, value);
        }
    }

    private static void add(JsonObject json, String key, boolean value) {
        if (value) {
            json.addProperty(key, true);
        }
    }

    private static <E extends Enum<E>> void add(JsonObject json, String key, E value, E defaultValue) {
        if (value != defaultValue) {
            json.addProperty(key, value.name());
        }
    }

    private static JsonElement oldName(Map.Entry<Place, String> renamed) {
        JsonObject json = new JsonObject();
        json.addProperty("table", renamed.getKey().name().toString());
        add(json, "column", renamed.getKey().column());
        json.addProperty("from", renamed.getValue());
        return json;
    }

    private static JsonElement composite(CompositeType type) {
        JsonObject json = named(type.name());
        add(json, "attributes", type.attributes(), SnapshotWriter::column);
        add(json, "comment", type.comment());
        return json;
    }

    private static JsonElement enumType(EnumType type) {
        JsonObject json = named(type.name());
        add(json, "values", type.values(), JsonPrimitive::new);
        add(json, "comment", type.comment());
        return json;
    }

    private static JsonObject named(QualifiedName name) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name.toString());
        return json;
    }

    private static JsonElement sequence(Sequence sequence) {
        JsonObject json = named(sequence.name());
        json.add("type", type(sequence.type()));
        addUnlessEmpty(json, "options", options(sequence.options()));
        Sequence.Owner owner = sequence.ownedBy();
        if (owner != null) {
            JsonObject ownedBy = new JsonObject();
            ownedBy.addProperty("table", owner.table().toString());
            ownedBy.addProperty("column", owner.column());
            json.add("ownedBy", ownedBy);
        }
        add(json, "comment", sequence.comment());
        return json;
    }

    private static JsonObject options(SequenceOptions options) {
        JsonObject json = new JsonObject();
        add(json, "start", options.start(), SequenceOptions.DEFAULT.start());
        add(json, "increment", options.increment(), SequenceOptions.DEFAULT.increment());
        add(json, "min", options.min(), null);
        add(json, "max", options.max(), null);
        add(json, "cache", options.cache(), SequenceOptions.DEFAULT.cache());
        add(json, "cycle", options.cycle());
        return json;
    }

    private static JsonElement table(Table table) {
        JsonObject json = named(table.name());
        add(json, "columns", table.columns(), SnapshotWriter::column);
        add(json, "constraints", table.constraints(), constraint -> constraint.accept(ConstraintJson.INSTANCE));
        add(json, "indexes", table.indexes(), SnapshotWriter::index);
        add(json, "comment", table.comment());
        add(json, "partitionBy", table.partitionBy());
        add(json, "inherits", table.inherits(), parent -> new JsonPrimitive(parent.toString()));
        return json;
    }

    private static JsonElement column(Column column) {
        JsonObject json = new JsonObject();
        json.addProperty("name", column.name());
        json.add("type", type(column.type()));
        add(json, "nullable", !column.notNull());
        add(json, "default", column.defaultSql());
        Identity identity = column.identity();
        if (identity != null) {
            JsonObject of = new JsonObject();
            of.addProperty("kind", identity.kind().name());
            addUnlessEmpty(of, "options", options(identity.options()));
            json.add("identity", of);
        }
        Generated generated = column.generated();
        if (generated != null) {
            JsonObject of = new JsonObject();
            of.addProperty("expression", generated.expression());
            add(of, "stored", generated.stored());
            json.add("generated", of);
        }
        add(json, "collation", column.collation());
        add(json, "comment", column.comment());
        return json;
    }

    /** A plain type is its text; one that somebody created and an array are objects, since their names are quoted. */
    private static JsonElement type(SqlType type) {
        if (type instanceof SqlType.Simple simple) {
            return new JsonPrimitive(simple.toString());
        }
        JsonObject json = new JsonObject();
        if (type instanceof SqlType.Named created) {
            json.addProperty("named", created.name().toString());
        } else {
            json.add("array", type(((SqlType.Array) type).element()));
        }
        return json;
    }

    private static JsonElement index(Index index) {
        JsonObject json = new JsonObject();
        add(json, "name", index.name());
        add(json, "parts", index.parts(), SnapshotWriter::part);
        add(json, "unique", index.unique());
        add(json, "method", index.method().equals(Index.BTREE) ? null : index.method());
        add(json, "include", index.include(), JsonPrimitive::new);
        add(json, "where", index.where());
        add(json, "nullsNotDistinct", index.nullsNotDistinct());
        return json;
    }

    private static JsonElement part(Index.Part part) {
        JsonObject json = new JsonObject();
        json.addProperty(part.isExpression() ? "expression" : "column", part.text());
        add(json, "descending", part.descending());
        add(json, "nulls", part.nulls(), Index.Nulls.DEFAULT);
        add(json, "operatorClass", part.operatorClass());
        add(json, "collation", part.collation());
        return json;
    }

    private enum ConstraintJson implements Constraint.Visitor<JsonElement> {
        INSTANCE;

        private static JsonObject of(String kind, Constraint constraint) {
            JsonObject json = new JsonObject();
            json.addProperty("kind", kind);
            add(json, "name", constraint.name());
            return json;
        }

        @Override
        public JsonElement primaryKey(Constraint.PrimaryKey key) {
            JsonObject json = of("primaryKey", key);
            add(json, "columns", key.columns(), JsonPrimitive::new);
            add(json, "deferrability", key.deferrability(), Deferrability.NOT_DEFERRABLE);
            return json;
        }

        @Override
        public JsonElement unique(Constraint.Unique unique) {
            JsonObject json = of("unique", unique);
            add(json, "columns", unique.columns(), JsonPrimitive::new);
            add(json, "nullsNotDistinct", unique.nullsNotDistinct());
            add(json, "deferrability", unique.deferrability(), Deferrability.NOT_DEFERRABLE);
            return json;
        }

        @Override
        public JsonElement foreignKey(Constraint.ForeignKey key) {
            JsonObject json = of("foreignKey", key);
            add(json, "columns", key.columns(), JsonPrimitive::new);
            add(json, "target", key.target());
            add(json, "targetColumns", key.targetColumns(), JsonPrimitive::new);
            add(json, "onDelete", key.onDelete(), ReferentialAction.NO_ACTION);
            add(json, "onUpdate", key.onUpdate(), ReferentialAction.NO_ACTION);
            add(json, "matchFull", key.matchFull());
            add(json, "deferrability", key.deferrability(), Deferrability.NOT_DEFERRABLE);
            return json;
        }

        @Override
        public JsonElement check(Constraint.Check check) {
            JsonObject json = of("check", check);
            json.addProperty("expression", check.expression());
            return json;
        }

        @Override
        public JsonElement exclusion(Constraint.Exclusion exclusion) {
            JsonObject json = of("exclusion", exclusion);
            json.addProperty("definition", exclusion.definition());
            return json;
        }
    }
}
