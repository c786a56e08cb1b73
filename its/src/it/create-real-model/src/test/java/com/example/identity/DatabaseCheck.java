package com.example.identity;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;

/** What others than Albedo say of the embedded database: Hibernate, and PostgreSQL's own catalog. */
public final class DatabaseCheck {

    /** Everything in a schema that a user may have made, save Albedo's history and what belongs to it. */
    private static final String LEFT_BEHIND =
            """
            select 'relation ' || c.oid::regclass from pg_class c
            where c.relnamespace = any(%1$s) and c.relname not like 'albedo_history%%'
                and not exists (select from pg_index i where i.indexrelid = c.oid
                    and i.indrelid::regclass::text like 'albedo_history%%')
            union all
            select 'type ' || t.oid::regtype from pg_type t
            where t.typnamespace = any(%1$s) and t.typname not like '%%albedo_history%%'
            union all
            select 'function ' || p.oid::regprocedure from pg_proc p where p.pronamespace = any(%1$s)
            union all
            select 'schema ' || n.nspname from pg_namespace n where n.oid = any(%1$s) and n.nspname <> 'public'
            union all
            select 'row of the history ' || revision from albedo_history
            """
                    .formatted(
                            "array(select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')");

    private DatabaseCheck() {}

    public static void main(String[] arguments) throws Exception {
        String url = url(Path.of(arguments[1]));
        switch (arguments[0]) {
            case "validate" -> validate(url, Path.of(arguments[2]));
            case "empty" -> empty(url);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** The fourth line of postmaster.pid is the port, see pg_ctl in PostgreSQL's manual. */
    private static String url(Path buildDirectory) throws IOException {
        Path home = buildDirectory.resolve("albedo/postgres");
        try (Stream<Path> servers = Files.list(home)) {
            Path file = servers.map(server -> server.resolve("postmaster.pid"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the embedded PostgreSQL does not run"));
            String port = Files.readAllLines(file).get(3).trim();
            String password = Files.readString(home.resolve("password")).trim();
            return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=" + password;
        }
    }

    private static void validate(String url, Path classOutput) throws Exception {
        List<Class<?>> model = model(classOutput);
        MetadataSources sources = new MetadataSources();
        model.forEach(sources::addAnnotatedClass);
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting(AvailableSettings.JAKARTA_JDBC_URL, url)
                .applySetting(AvailableSettings.HBM2DDL_AUTO, "validate")
                .build();
        try {
            sources.buildMetadata(registry).buildSessionFactory().close();
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
        System.out.println("Hibernate validates " + model.size() + " classes");
    }

    private static List<Class<?>> model(Path classOutput) throws Exception {
        List<Class<?>> model = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classOutput)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                String name = classOutput.relativize(file).toString().replaceFirst("\\.class$", "");
                Class<?> type = Class.forName(
                        name.replace(file.getFileSystem().getSeparator(), "."),
                        false,
                        Thread.currentThread().getContextClassLoader());
                if (type.isAnnotationPresent(Entity.class)
                        || type.isAnnotationPresent(Embeddable.class)
                        || type.isAnnotationPresent(MappedSuperclass.class)) {
                    model.add(type);
                }
            }
        }
        return model;
    }

    private static void empty(String url) throws SQLException {
        List<String> left = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LEFT_BEHIND)) {
            while (rows.next()) {
                left.add(rows.getString(1));
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("the schema is not empty: " + left);
        }
        System.out.println("The schema is empty");
    }
}
