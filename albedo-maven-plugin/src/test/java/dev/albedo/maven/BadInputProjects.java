package dev.albedo.maven;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationsList;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The projects that bad inputs are given to, as they are when they have been compiled. */
final class BadInputProjects {

    private BadInputProjects() {}

    /** Makes the table. */
    public static final class M1_Customer implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("customer", column("id", integer()));
        }

        @Override
        public void down(Operations op) {
            op.dropTable("customer");
        }
    }

    /** Adds a column. */
    public static final class M2_Email implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("customer", column("email", varchar(100)).nullable());
        }

        @Override
        public void down(Operations op) {
            op.dropColumn("customer", "email");
        }
    }

    /** Adds another one. */
    public static final class M3_Phone implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("customer", column("phone", varchar(30)).nullable());
        }

        @Override
        public void down(Operations op) {
            op.dropColumn("customer", "phone");
        }
    }

    /** Writes them, by name: {@code line} has three revisions, {@code heads} two heads, {@code fresh} none, and so on. */
    static Map<String, Path> write(Path folder) throws IOException {
        RevisionNode first = node("aaaa1111", M1_Customer.class, List.of(), List.of());
        RevisionNode second = node("bbbb2222", M2_Email.class, List.of("aaaa1111"), List.of("mail"));
        Map<String, Path> projects = new TreeMap<>();
        projects.put(
                "line",
                project(
                        folder.resolve("line"),
                        List.of(first, second, node("bbcc3333", M3_Phone.class, List.of("bbbb2222"), List.of()))));
        projects.put(
                "heads",
                project(
                        folder.resolve("heads"),
                        List.of(first, second, node("cccc3333", M3_Phone.class, List.of("aaaa1111"), List.of()))));
        projects.put("fresh", project(folder.resolve("fresh"), List.of()));
        projects.put(
                "other",
                project(folder.resolve("other"), List.of(node("dddd4444", M1_Customer.class, List.of(), List.of()))));
        projects.put("gone", project(folder.resolve("gone"), List.of(gone(first))));
        projects.put("list", with(folder, "list", MigrationsList.RESOURCE, "aaaa1111 shop.M1\n"));
        projects.put("snapshot", with(folder, "snapshot", Snapshot.RESOURCE, "{"));
        projects.put("later", with(folder, "later", Snapshot.RESOURCE, "{\"format\": 99}"));
        projects.put("yaml", spring(folder, "yaml", "spring:\n  datasource:\n\turl: x\n"));
        projects.put("variable", spring(folder, "variable", "spring.datasource.url: ${SHOP_DB_URL_THAT_IS_NOT_SET}\n"));
        projects.put(
                "oracle", spring(folder, "oracle", "spring.datasource.url: jdbc:oracle:thin:shop/sesame@db:1521\n"));
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(empty.resolve("target/classes"));
        Files.writeString(empty.resolve("pom.xml"), "<project/>");
        projects.put("empty", empty);
        return projects;
    }

    private static RevisionNode node(
            String id, Class<? extends Migration> type, List<String> parents, List<String> labels) {
        return new RevisionNode(id, type.getName(), parents, List.of(), labels, "2026-11-22T21:30:05Z");
    }

    private static Path project(Path directory, List<RevisionNode> revisions) throws IOException {
        Path classes = directory.resolve("target/classes");
        write(classes.resolve(MigrationsList.RESOURCE), MigrationsList.write(revisions));
        write(classes.resolve(Snapshot.RESOURCE), SnapshotWriter.write(Snapshots.of(Schema.EMPTY)));
        write(directory.resolve("src/main/java/shop/Customer.java"), "package shop;\n\nclass Customer {}\n");
        write(directory.resolve("pom.xml"), "<project/>\n");
        return directory;
    }

    private static RevisionNode gone(RevisionNode revision) {
        return new RevisionNode(revision.id(), "shop.migrations.Gone", List.of(), List.of(), List.of(), "");
    }

    private static Path with(Path folder, String name, String resource, String text) throws IOException {
        Path project = project(folder.resolve(name), List.of());
        write(project.resolve("target/classes").resolve(resource), text);
        return project;
    }

    private static Path spring(Path folder, String name, String text) throws IOException {
        Path project = project(folder.resolve(name), List.of());
        write(project.resolve("src/main/resources/application.yml"), text);
        return project;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
