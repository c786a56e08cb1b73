package dev.albedo.benchmark;

import dev.albedo.testing.TestDatabase;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A tool with the same migrations as the others, ready to run. */
interface Contestant {

    /** As the table says it. */
    String name();

    /** Whether it does such work at all. */
    boolean can(Work work);

    /** The program that does it. */
    List<String> command(Work work, TestDatabase database);

    /** The SQL that migration {@code number} runs, in tools whose migrations are SQL. */
    static String sql(int number) {
        return "CREATE TABLE t" + number + " (id bigint NOT NULL, name varchar(255), CONSTRAINT pk_t" + number
                + " PRIMARY KEY (id))";
    }

    /** A program in Java. */
    static List<String> java(List<String> options, List<Path> classPath, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(main);
        command.addAll(List.of(arguments));
        return command;
    }

    /** Where these classes were loaded from. */
    static List<Path> placesOf(Class<?>... types) {
        return Stream.of(types)
                .map(type -> Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().getPath()))
                .toList();
    }
}
