package dev.albedo.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the sources of a model: entities of 10 columns with a generated id, an enum, a foreign key to the entity before,
 * an index and accessors.
 */
public final class EntityGenerator {

    /** The package of the entities. */
    public static final String PACKAGE = "bench";

    private static final List<Change> CHANGED = List.of(
            new Change("private int visits;", "private int visits;\n\n    private java.time.LocalDate born;"),
            new Change("private UUID token;", "@Transient\n    private UUID token;"),
            new Change("length = 200)", "length = 255)"),
            new Change("private LocalDateTime", "@Column(nullable = false)\n    private LocalDateTime"),
            new Change("precision = 10", "precision = 12"),
            new Change("length = 2000", "length = 2000, unique = true"),
            new Change("indexes = {", "indexes = {@Index(name = \"ix_more\", columnList = \"created\"), "),
            new Change("CLOSED", "CLOSED,\n        DORMANT"),
            new Change(
                    "name = \"parent_id\"",
                    "name = \"parent_id\", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)"),
            new Change(
                    "private int visits;", "@org.hibernate.annotations.ColumnDefault(\"0\")\n    private int visits;"));

    /** How many changes {@link #change} makes. */
    public static final int CHANGES = 10;

    private record Change(String from, String to) {}

    private EntityGenerator() {}

    /**
     * Writes the sources below a directory.
     *
     * @return the files
     */
    public static List<Path> write(Path sources, int entities) throws IOException {
        Path directory = Files.createDirectories(sources.resolve(PACKAGE));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < entities; i++) {
            files.add(Files.writeString(directory.resolve("Customer" + i + ".java"), source(i)));
        }
        return files;
    }

    /** Changes the first entities of what {@link #write} has written: a column, a constraint or an index each. */
    public static void change(List<Path> files) throws IOException {
        for (int i = 0; i < CHANGES; i++) {
            Change change = CHANGED.get(i);
            String text = Files.readString(files.get(i));
            Files.writeString(files.get(i), text.replace(change.from(), change.to()));
        }
    }

    private static String source(int number) {
        StringBuilder accessors = new StringBuilder();
        accessors(accessors, "Long", "id");
        accessors(accessors, "String", "email");
        accessors(accessors, "int", "visits");
        accessors(accessors, "BigDecimal", "balance");
        accessors(accessors, "LocalDateTime", "created");
        accessors(accessors, "boolean", "active");
        accessors(accessors, "String", "notes");
        accessors(accessors, "UUID", "token");
        accessors(accessors, "Status", "status");
        accessors(accessors, "Customer" + Math.max(0, number - 1), "parent");
        return """
                package %1$s;

                import jakarta.persistence.*;
                import java.math.BigDecimal;
                import java.time.LocalDateTime;
                import java.util.UUID;

                @Entity
                @Table(name = "customer_%2$d", indexes = {@Index(name = "ix_customer_%2$d_email", columnList = "email")})
                public class Customer%2$d {

                    public enum Status {
                        NEW,
                        ACTIVE,
                        CLOSED
                    }

                    @Id
                    @GeneratedValue(strategy = GenerationType.SEQUENCE)
                    private Long id;

                    @Column(nullable = false, length = 200)
                    private String email;

                    private int visits;

                    @Column(precision = 10, scale = 2)
                    private BigDecimal balance;

                    private LocalDateTime created;

                    private boolean active;

                    @Column(length = 2000)
                    private String notes;

                    private UUID token;

                    @Enumerated(EnumType.STRING)
                    @Column(nullable = false)
                    private Status status;

                    @ManyToOne(fetch = FetchType.LAZY)
                    @JoinColumn(name = "parent_id")
                    private Customer%3$d parent;
                %4$s}
                """.formatted(PACKAGE, number, Math.max(0, number - 1), accessors);
    }

    private static void accessors(StringBuilder text, String type, String name) {
        text.append("""

                    public %1$s get%2$s() {
                        return %3$s;
                    }

                    public void set%2$s(%1$s %3$s) {
                        this.%3$s = %3$s;
                    }
                """.formatted(type, Character.toUpperCase(name.charAt(0)) + name.substring(1), name));
    }
}
