package dev.albedo.dialect.postgresql;

import dev.albedo.data.Batches;
import dev.albedo.dialect.BatchStatements;
import dev.albedo.operation.Operation.Backfill;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Backfill} that goes batch by batch.
 *
 * <p>Where a batch ended is kept as the text of {@code to_jsonb} of its key, which does not depend on the settings of a
 * session as other texts of a moment do.
 *
 * @see <a href="https://www.postgresql.org/docs/current/plpgsql-transactions.html">Transaction Management</a>
 */
final class PostgresBatchStatements implements BatchStatements {

    private final Backfill fill;
    private final Batches batches;
    private final String value;
    private final String table;
    private final String column;
    private final List<String> key;

    /**
     * The SQL of a backfill.
     *
     * @throws IllegalArgumentException if it does not go in batches
     */
    PostgresBatchStatements(Backfill fill) {
        if (fill.batches() == null || fill.value() == null) {
            throw new IllegalArgumentException("not in batches: " + fill.describe());
        }
        this.fill = fill;
        this.batches = fill.batches();
        this.value = DataSql.value(fill.value());
        this.table = Names.name(fill.table());
        this.column = Names.identifier(fill.column());
        this.key = batches.key().stream().map(Names::identifier).toList();
    }

    @Override
    public String unfit() {
        return "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(" + Names.literal(table)
                + ") AND NOT attnotnull AND attname IN ("
                + batches.key().stream().map(Names::literal).collect(Collectors.joining(", ")) + ") ORDER BY 1 LIMIT 1";
    }

    @Override
    public String unfit(String keyColumn) {
        return "the batches of " + fill.table() + " go by " + batches.key() + ", but " + keyColumn
                + " may be NULL; name a key of columns that are NOT NULL, such as the primary key";
    }

    @Override
    public String end(@Nullable List<String> from) {
        return "SELECT "
                + key.stream().map(each -> "to_jsonb(" + each + ") #>> '{}'").collect(Collectors.joining(", "))
                + " FROM (" + rows(from == null ? null : literals(from)) + ") AS batch ORDER BY " + descending()
                + " LIMIT 1";
    }

    @Override
    public String update(@Nullable List<String> from, List<String> to) {
        return update(from == null ? null : literals(from), tuple(literals(to)));
    }

    private String rows(@Nullable List<String> from) {
        return "SELECT " + String.join(", ", key) + " FROM " + table + " WHERE " + DataSql.unfilled(fill)
                + (from == null ? "" : " AND " + tuple(key) + " > " + tuple(from)) + " ORDER BY "
                + String.join(", ", key) + " LIMIT " + batches.size();
    }

    private String update(@Nullable List<String> from, String to) {
        return "UPDATE " + table + " SET " + column + " = " + value + " WHERE " + DataSql.unfilled(fill)
                + (from == null ? "" : " AND " + tuple(key) + " > " + tuple(from)) + " AND " + tuple(key) + " <= " + to;
    }

    private String descending() {
        return key.stream().map(each -> each + " DESC").collect(Collectors.joining(", "));
    }

    private static List<String> literals(List<String> texts) {
        return texts.stream().map(Names::literal).toList();
    }

    private static String tuple(List<String> parts) {
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(", ", parts) + ")";
    }

    @Override
    public String block(String condition, String history, String row) {
        List<String> from = variables("albedo_from");
        List<String> to = variables("albedo_to");
        String declared = IntStream.range(0, key.size())
                .mapToObj(i -> "    " + from.get(i) + " " + table + "." + key.get(i)
                        + "%TYPE := albedo_at #>> ARRAY['key', "
                        + Names.literal(batches.key().get(i)) + "];\n    " + to.get(i) + " " + table + "." + key.get(i)
                        + "%TYPE;\n")
                .collect(Collectors.joining());
        String moved = IntStream.range(0, key.size())
                .mapToObj(i -> from.get(i) + " := " + to.get(i) + ";")
                .collect(Collectors.joining(" "));
        String kept = IntStream.range(0, key.size())
                .mapToObj(i -> Names.literal(batches.key().get(i)) + ", to_jsonb(" + from.get(i) + ") #>> '{}'")
                .collect(Collectors.joining(", "));
        return "DO "
                + Names.dollarQuoted("""

                        #variable_conflict use_column
                        DECLARE
                            albedo_at jsonb := (SELECT position::jsonb FROM %1$s WHERE %2$s);
                            albedo_pass integer := coalesce((albedo_at ->> 'pass')::integer, 1);
                            albedo_batches bigint := coalesce((albedo_at ->> 'batches')::bigint, 0);
                            albedo_rows bigint := coalesce((albedo_at ->> 'rows')::bigint, 0);
                        %3$s    albedo_unfit text := (%4$s);
                            albedo_more bigint;
                            albedo_found boolean;
                        BEGIN
                            IF NOT (%5$s) THEN
                                RETURN;
                            END IF;
                            IF albedo_unfit IS NOT NULL THEN
                                RAISE EXCEPTION USING MESSAGE = replace(%6$s, '%%', albedo_unfit);
                            END IF;
                            WHILE albedo_pass <= %7$d LOOP
                                PERFORM set_config('plan_cache_mode', 'force_custom_plan', true), %19$s;
                                IF %8$s IS NULL THEN
                                    SELECT * INTO %9$s FROM (%10$s) AS batch ORDER BY %11$s LIMIT 1;
                                ELSE
                                    SELECT * INTO %9$s FROM (%12$s) AS batch ORDER BY %11$s LIMIT 1;
                                END IF;
                                albedo_found := FOUND;
                                IF albedo_found THEN
                                    IF %8$s IS NULL THEN
                                        %13$s;
                                    ELSE
                                        %14$s;
                                    END IF;
                                    GET DIAGNOSTICS albedo_more = ROW_COUNT;
                                    albedo_batches := albedo_batches + 1;
                                    albedo_rows := albedo_rows + albedo_more;
                                    %15$s
                                ELSE
                                    albedo_pass := albedo_pass + 1;
                                    %16$s
                                END IF;
                                UPDATE %1$s SET position = (jsonb_build_object('pass', albedo_pass, 'batches', albedo_batches, 'rows', albedo_rows)
                                    || CASE WHEN albedo_found THEN jsonb_build_object('key', jsonb_build_object(%17$s)) ELSE '{}' END)::text
                                    WHERE %2$s;
                                COMMIT;
                                PERFORM pg_sleep(CASE WHEN albedo_found THEN %18$s ELSE 0 END);
                            END LOOP;
                        END
                        """.formatted(
                        history,
                        row,
                        declared,
                        unfit(),
                        condition,
                        Names.literal(unfit("%")),
                        PASSES,
                        from.get(0),
                        String.join(", ", to),
                        rows(null),
                        descending(),
                        rows(from),
                        update(null, tuple(to)),
                        update(from, tuple(to)),
                        moved,
                        from.stream().map(each -> each + " := NULL;").collect(Collectors.joining(" ")),
                        kept,
                        BigDecimal.valueOf(batches.pause().toMillis(), 3).toPlainString(),
                        SessionSettings.set(true)));
    }

    private List<String> variables(String name) {
        return IntStream.rangeClosed(1, key.size()).mapToObj(i -> name + i).toList();
    }
}
