package dev.albedo.schema;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The type of a column. Two types are the same exactly if they are equal, once a dialect has normalised both to its
 * own spelling ({@code varchar(255)}, not {@code character varying(255)}).
 */
public sealed interface SqlType {

    /** The type as people read it; not SQL, because names are not quoted. */
    @Override
    String toString();

    /**
     * A type that SQL spells without quotes: built in, or of an extension on the search path.
     *
     * @param name in lower case, for example {@code varchar} or {@code timestamptz}
     * @param arguments length, precision, scale or whatever the type takes, in order
     */
    record Simple(String name, List<String> arguments) implements SqlType {
        private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*( [a-z0-9_]+)*");
        private static final Pattern ARGUMENT = Pattern.compile("-?[A-Za-z0-9_]+");

        public Simple {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not the name of a built-in type: " + name);
            }
            arguments = List.copyOf(arguments);
            for (String argument : arguments) {
                if (!ARGUMENT.matcher(argument).matches()) {
                    throw new IllegalArgumentException("not an argument of a type: " + argument);
                }
            }
        }

        @Override
        public String toString() {
            return arguments.isEmpty() ? name : name + "(" + String.join(", ", arguments) + ")";
        }
    }

    /**
     * A type that somebody created: an enum, a domain.
     *
     * @param name its name, quoted wherever it is written in SQL
     */
    record Named(QualifiedName name) implements SqlType {
        @Override
        public String toString() {
            return name.toString();
        }
    }

    /**
     * An array. PostgreSQL ignores the declared number of dimensions (manual section 8.15.1), so an element is never an
     * array itself.
     *
     * @param element the type of an element
     */
    record Array(SqlType element) implements SqlType {
        public Array {
            if (element instanceof Array) {
                throw new IllegalArgumentException("an array of arrays is the same type as an array");
            }
        }

        @Override
        public String toString() {
            return element + "[]";
        }
    }
}
