package dev.albedo.run;

import dev.albedo.data.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Gives the values of a row to a statement. */
final class Binding {

    private Binding() {}

    static void bind(PreparedStatement statement, Row row) throws SQLException {
        int place = 1;
        for (Object value : row.values()) {
            bind(statement, place++, value);
        }
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof String text) {
            // Without a type of its own, it takes that of its place.
            statement.setObject(place, text, Types.OTHER);
        } else if (value instanceof Row.Bytes bytes) {
            statement.setBytes(place, bytes.toArray());
        } else if (value instanceof Instant moment) {
            statement.setObject(place, offset(moment));
        } else if (value instanceof BigInteger number) {
            statement.setBigDecimal(place, new BigDecimal(number));
        } else {
            statement.setObject(place, value);
        }
    }

    /** The ends of all time are infinity for the driver in this form. */
    private static OffsetDateTime offset(Instant moment) {
        return moment.equals(Instant.MAX)
                ? OffsetDateTime.MAX
                : moment.equals(Instant.MIN) ? OffsetDateTime.MIN : moment.atOffset(ZoneOffset.UTC);
    }
}
