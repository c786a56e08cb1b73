package dev.albedo.benchmark;

import dev.albedo.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.Driver;

/** Liquibase by its Java API, with one change log in XML and a change set for each table. */
record LiquibasePeer(List<Path> classPath, Path home) implements Contestant {

    private static final String PROGRAM = """
            import java.io.OutputStream;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import liquibase.Scope;
            import liquibase.command.CommandScope;
            import liquibase.resource.DirectoryResourceAccessor;

            public final class LiquibaseOnce {
                public static void main(String[] args) throws Exception {
                    Path home = Path.of(args[3]);
                    Files.deleteIfExists(home.resolve("databasechangelog.csv"));
                    String command = args[0].equals("STATUS") ? "status" : args[0].equals("SCRIPT") ? "updateSql" : "update";
                    String url = args[0].equals("SCRIPT")
                            ? "offline:postgresql?changeLogFile=" + home.resolve("databasechangelog.csv")
                            : args[1];
                    try (OutputStream out = Files.newOutputStream(home.resolve("output.sql"))) {
                        Scope.child(Scope.Attr.resourceAccessor, new DirectoryResourceAccessor(home), () -> new CommandScope(command)
                                .addArgumentValue("url", url)
                                .addArgumentValue("username", args[2])
                                .addArgumentValue("changelogFile", "changelog.xml")
                                .setOutput(out)
                                .execute());
                    }
                }
            }
            """;

    private static final String CHANGE_SET = """
                <changeSet id="%1$d" author="bench">
                    <createTable tableName="t%1$d">
                        <column name="id" type="bigint"><constraints primaryKey="true" primaryKeyName="pk_t%1$d"/></column>
                        <column name="name" type="varchar(255)"/>
                    </createTable>
                </changeSet>
            """;

    /** It, where the profile has put it. */
    static Optional<Contestant> find(Path directory, int count) throws IOException {
        List<Path> jars = Programs.jars("liquibase");
        if (jars.isEmpty()) {
            return Optional.empty();
        }
        Path home = Files.createDirectories(directory.resolve("liquibase"));
        StringBuilder changeLog = new StringBuilder("""
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                        xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                                http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                """);
        for (int i = 0; i < count; i++) {
            changeLog.append(CHANGE_SET.formatted(i));
        }
        Files.writeString(home.resolve("changelog.xml"), changeLog + "</databaseChangeLog>\n");
        Path classes = home.resolve("classes");
        Programs.compile(List.of(Files.writeString(home.resolve("LiquibaseOnce.java"), PROGRAM)), jars, classes);
        List<Path> classPath = new ArrayList<>(jars);
        classPath.add(classes);
        classPath.addAll(Contestant.placesOf(Driver.class));
        return Optional.of(new LiquibasePeer(classPath, home));
    }

    @Override
    public String name() {
        return "Liquibase 5, Java API, one change log";
    }

    @Override
    public boolean can(Work work) {
        return true;
    }

    @Override
    public List<String> command(Work work, TestDatabase database) {
        return Contestant.java(
                List.of("-Dliquibase.analytics.enabled=false", "-Djava.util.logging.config.file=none"),
                classPath,
                "LiquibaseOnce",
                work.name(),
                database.url(),
                database.user(),
                home.toString());
    }
}
