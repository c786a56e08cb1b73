package dev.albedo.snapshot;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.albedo.format.FileFormat;
import dev.albedo.origin.Origins;
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
import dev.albedo.schema.Types;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SnapshotWriter} writes; reading what was written gives an equal snapshot. */
public final class SnapshotReader {

    private SnapshotReader() {}

    /**
     * The snapshot in this text.
     *
     * @throws SnapshotException if the text is broken or of a version of Albedo with another format
     */
    public static Snapshot read(String text) {
        try {
            JsonElement json = JsonParser.parseString(text);
            if (!json.isJsonObject()) {
                throw new SnapshotException("it is not a JSON object", null);
            }
            return snapshot(new JsonView(json.getAsJsonObject()));
        } catch (JsonParseException
                | IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException e) {
            throw new SnapshotException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Snapshot snapshot(JsonView json) {
        long format = json.number("format", 0);
        if (format > SnapshotWriter.FORMAT) {
            throw new SnapshotException(FileFormat.newer("it", format, SnapshotWriter.FORMAT), null);
        }
        if (format < SnapshotWriter.FORMAT) {
            throw new SnapshotException(
                    "it was written by an older Albedo (format " + format + "; this one reads format "
                            + SnapshotWriter.FORMAT + ")",
                    null);
        }
        TreeMap<String, String> madeBy = new TreeMap<>();
        JsonView made = json.objectOrEmpty("madeBy");
        made.keys().forEach(key -> madeBy.put(key, made.text(key)));
        Schema schema = Schema.of(
                        json.texts("schemas"),
                        json.list("tables", SnapshotReader::table),
                        json.list("sequences", SnapshotReader::sequence),
                        json.list("enums", SnapshotReader::enumType))
                .composites(json.list("composites", SnapshotReader::composite));
        TreeMap<Place, String> oldNames = new TreeMap<>();
        for (JsonView renamed : json.list("renamedFrom", view -> view)) {
            QualifiedName table = name(renamed, "table");
            Place place = renamed.has("column") ? Place.of(table, renamed.text("column")) : Place.of(table);
            oldNames.put(place, renamed.text("from"));
        }
        return new Snapshot(
                schema,
                Origins.parse(json.texts("origins")),
                oldNames,
                new InitialValues(
                        byColumn(json, "initialValues", JsonView::text),
                        byColumn(json, "primitives", SnapshotReader::primitive),
                        byColumn(json, "enumConstants", SnapshotReader::constants),
                        byColumn(json, "discriminators", SnapshotReader::constants)),
                json.list("unmanaged", view -> new Unmanaged(view.text("what"), view.text("sql"))),
                madeBy,
                json.text("fingerprint"));
    }

    private static <V> SortedMap<QualifiedName, SortedMap<String, V>> byColumn(
            JsonView json, String key, BiFunction<JsonView, String, V> read) {
        TreeMap<QualifiedName, SortedMap<String, V>> map = new TreeMap<>();
        JsonView tables = json.objectOrEmpty(key);
        for (String table : tables.keys()) {
            JsonView columns = tables.objectOrEmpty(table);
            TreeMap<String, V> values = new TreeMap<>();
            columns.keys().forEach(column -> values.put(column, read.apply(columns, column)));
            map.put(QualifiedName.parse(table), values);
        }
        return map;
    }

    private static InitialValues.Primitive primitive(JsonView columns, String column) {
        JsonView json = columns.objectOrEmpty(column);
        return new InitialValues.Primitive(json.textOrNull("value"), json.textOrNull("rows"), json.texts("embedded"));
    }

    private static InitialValues.Constants constants(JsonView columns, String column) {
        JsonView json = columns.objectOrEmpty(column);
        return new InitialValues.Constants(json.texts("names"), json.texts("stored"));
    }

    private static QualifiedName name(JsonView json, String key) {
        return QualifiedName.parse(json.text(key));
    }

    private static @Nullable QualifiedName nameOrNull(JsonView json, String key) {
        return json.has(key) ? name(json, key) : null;
    }

    private static CompositeType composite(JsonView json) {
        return new CompositeType(
                name(json, "name"), json.list("attributes", SnapshotReader::column), json.textOrNull("comment"));
    }

    private static EnumType enumType(JsonView json) {
        return new EnumType(name(json, "name"), json.texts("values"), json.textOrNull("comment"));
    }

    private static Sequence sequence(JsonView json) {
        JsonView owner = json.objectOrNull("ownedBy");
        return new Sequence(
                name(json, "name"),
                type(json.element("type")),
                options(json.objectOrEmpty("options")),
                owner == null ? null : new Sequence.Owner(name(owner, "table"), owner.text("column")),
                json.textOrNull("comment"));
    }

    private static SequenceOptions options(JsonView json) {
        SequenceOptions defaults = SequenceOptions.DEFAULT;
        return new SequenceOptions(
                json.number("start", defaults.start()),
                json.number("increment", defaults.increment()),
                json.numberOrNull("min"),
                json.numberOrNull("max"),
                json.number("cache", defaults.cache()),
                json.is("cycle"));
    }

    private static Table table(JsonView json) {
        return new Table(
                name(json, "name"),
                json.list("columns", SnapshotReader::column),
                json.list("constraints", SnapshotReader::constraint),
                json.list("indexes", SnapshotReader::index),
                json.textOrNull("comment"),
                json.textOrNull("partitionBy"),
                json.texts("inherits").stream().map(QualifiedName::parse).toList());
    }

    private static Column column(JsonView json) {
        JsonView identity = json.objectOrNull("identity");
        JsonView generated = json.objectOrNull("generated");
        return new Column(
                json.text("name"),
                type(json.element("type")),
                !json.is("nullable"),
                json.textOrNull("default"),
                identity == null
                        ? null
                        : new Identity(
                                Identity.Kind.valueOf(identity.text("kind")),
                                options(identity.objectOrEmpty("options"))),
                generated == null ? null : new Generated(generated.text("expression"), generated.is("stored")),
                nameOrNull(json, "collation"),
                json.textOrNull("comment"));
    }

    private static SqlType type(JsonElement json) {
        if (json.isJsonPrimitive()) {
            return simple(json.getAsString());
        }
        JsonView object = new JsonView(json.getAsJsonObject());
        return object.has("array")
                ? new SqlType.Array(type(object.element("array")))
                : new SqlType.Named(name(object, "named"));
    }

    private static SqlType simple(String text) {
        int open = text.indexOf('(');
        if (open < 0) {
            return Types.type(text);
        }
        if (!text.endsWith(")")) {
            throw new SnapshotException("the type " + text + " has an unclosed parenthesis", null);
        }
        String[] arguments = text.substring(open + 1, text.length() - 1).split(", ");
        return new SqlType.Simple(text.substring(0, open), Arrays.asList(arguments));
    }

    private static Constraint constraint(JsonView json) {
        String name = json.textOrNull("name");
        Deferrability deferrability = json.constant("deferrability", Deferrability.NOT_DEFERRABLE);
        return switch (json.text("kind")) {
            case "primaryKey" -> new Constraint.PrimaryKey(name, json.texts("columns"), deferrability);
            case "unique" ->
                new Constraint.Unique(name, json.texts("columns"), json.is("nullsNotDistinct"), deferrability);
            case "foreignKey" ->
                new Constraint.ForeignKey(
                        name,
                        json.texts("columns"),
                        name(json, "target"),
                        json.texts("targetColumns"),
                        json.constant("onDelete", ReferentialAction.NO_ACTION),
                        json.constant("onUpdate", ReferentialAction.NO_ACTION),
                        json.is("matchFull"),
                        deferrability);
            case "check" -> new Constraint.Check(name, json.text("expression"));
            case "exclusion" -> new Constraint.Exclusion(name, json.text("definition"));
            default ->
                throw new SnapshotException("it has a constraint of the unknown kind " + json.text("kind"), null);
        };
    }

    private static Index index(JsonView json) {
        return new Index(
                json.textOrNull("name"),
                json.list("parts", SnapshotReader::part),
                json.is("unique"),
                json.has("method") ? json.text("method") : Index.BTREE,
                json.texts("include"),
                json.textOrNull("where"),
                json.is("nullsNotDistinct"));
    }

    private static Index.Part part(JsonView json) {
        boolean isExpression = json.has("expression");
        return new Index.Part(
                json.text(isExpression ? "expression" : "column"),
                isExpression,
                json.is("descending"),
                json.constant("nulls", Index.Nulls.DEFAULT),
                json.textOrNull("operatorClass"),
                nameOrNull(json, "collation"));
    }
}
