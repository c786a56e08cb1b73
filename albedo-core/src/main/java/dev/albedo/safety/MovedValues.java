package dev.albedo.safety;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.evidence.ColumnMove;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Column;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of columns that move to another table, as they are there. */
record MovedValues(Schema from, Schema to, Dialect dialect) {

    /** Types that have no equality in PostgreSQL or a doubtful one; they are compared as text. */
    private static final Set<String> COMPARED_AS_TEXT =
            Set.of("json", "xml", "point", "box", "polygon", "path", "lseg", "circle");

    private Column before(ColumnMove move) {
        return move.from().columnIn(from).orElseThrow();
    }

    private Column after(ColumnMove move) {
        return move.to().columnIn(to).orElseThrow();
    }

    private boolean isSameType(ColumnMove move) {
        return before(move).type().equals(after(move).type());
    }

    /** Returns whether the old value has a conversion to the new type; else a person fills it in. */
    boolean isConverted(ColumnMove move) {
        return dialect.isConvertible(before(move).type(), after(move).type());
    }

    /**
     * Returns the new value.
     *
     * @param alias of the old table with a dot, or empty
     */
    String of(ColumnMove move, String alias) {
        String name = alias + dialect.identifier(move.from().lastName());
        return isSameType(move)
                ? name
                : dialect.cast(
                        isConverted(move) ? name : DataSkeleton.FILL_IN,
                        after(move).type());
    }

    /** Returns a value as something that can be compared. */
    String compared(ColumnMove move, String value) {
        return COMPARED_AS_TEXT.contains(after(move).type().toString()) ? dialect.cast(value, Types.text()) : value;
    }

    /** Returns what is expected of the old values so that no conversion cuts one off. */
    List<Operation> fits(List<ColumnMove> moves) {
        return moves.stream().flatMap(move -> fit(move).stream()).toList();
    }

    private Optional<Operation> fit(ColumnMove move) {
        return isSameType(move) || !isConverted(move)
                ? Optional.empty()
                : dialect.fits(before(move), from, after(move), to)
                        .map(condition -> DataSkeleton.expect(move.from().name(), condition));
    }

    /** Returns what moves in words, for a review. */
    String review(List<ColumnMove> moves) {
        String guesses = moves.stream()
                .filter(ColumnMove::isLikely)
                .map(move -> move.from() + " may have moved to " + move.to() + "; ")
                .collect(Collectors.joining());
        String columns = moves.stream().map(move -> move.from().toString()).collect(Collectors.joining(", "));
        return guesses + "the values of " + columns + " move to "
                + moves.get(0).to().name() + conversions(moves);
    }

    private String conversions(List<ColumnMove> moves) {
        return moves.stream()
                .filter(move -> !isSameType(move))
                .map(move -> "; " + (isConverted(move) ? "proposed conversion" : "FILL IN the conversion") + " of "
                        + move.from() + " from " + before(move).type() + " to "
                        + after(move).type())
                .collect(Collectors.joining());
    }
}
