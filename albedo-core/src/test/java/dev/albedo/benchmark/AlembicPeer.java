package dev.albedo.benchmark;

import dev.albedo.testing.Python;
import dev.albedo.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Alembic by its command line, with a transaction for each migration. */
record AlembicPeer(String python, Path home) implements Contestant {

    private static final String ENVIRONMENT = """
            from alembic import context
            from sqlalchemy import create_engine

            if context.is_offline_mode():
                context.configure(dialect_name="postgresql", transaction_per_migration=True)
                with context.begin_transaction():
                    context.run_migrations()
            else:
                with create_engine(context.get_x_argument(as_dictionary=True)["url"]).connect() as connection:
                    context.configure(connection=connection, transaction_per_migration=True)
                    with context.begin_transaction():
                        context.run_migrations()
            """;

    private static final String MIGRATION = """
            import sqlalchemy as sa
            from alembic import op

            revision = "%1$s"
            down_revision = %2$s


            def upgrade():
                op.create_table(
                    "t%3$d",
                    sa.Column("id", sa.BigInteger, nullable=False),
                    sa.Column("name", sa.String(255)),
                    sa.PrimaryKeyConstraint("id", name="pk_t%3$d"),
                )


            def downgrade():
                op.drop_table("t%3$d")
            """;

    /** It, if a Python has it. */
    static Optional<Contestant> find(Path directory, int count) throws IOException {
        Optional<String> python = Python.with("alembic", "psycopg2");
        if (python.isEmpty()) {
            return Optional.empty();
        }
        Path home = Files.createDirectories(directory.resolve("alembic"));
        Path versions = Files.createDirectories(home.resolve("versions"));
        for (int i = 0; i < count; i++) {
            String parent = i == 0 ? "None" : "\"" + id(i - 1) + "\"";
            Files.writeString(versions.resolve(id(i) + "_add_table.py"), MIGRATION.formatted(id(i), parent, i));
        }
        Files.writeString(home.resolve("env.py"), ENVIRONMENT);
        Files.writeString(home.resolve("alembic.ini"), "[alembic]\nscript_location = " + home + "\n");
        return Optional.of(new AlembicPeer(python.get(), home));
    }

    private static String id(int number) {
        return "%012x".formatted(number * 7919L);
    }

    @Override
    public String name() {
        return "Alembic, a transaction a migration";
    }

    @Override
    public boolean can(Work work) {
        return true;
    }

    @Override
    public List<String> command(Work work, TestDatabase database) {
        String url = "postgresql+psycopg2://" + database.user() + "@localhost:"
                + database.server().port() + "/" + database.name();
        List<String> verb = switch (work) {
            case APPLY, NOTHING -> List.of("upgrade", "head");
            case STATUS -> List.of("current");
            case SCRIPT -> List.of("upgrade", "head", "--sql");
        };
        List<String> command = new ArrayList<>(List.of(
                python,
                "-m",
                "alembic.config",
                "-c",
                home.resolve("alembic.ini").toString(),
                "-x",
                "url=" + url));
        command.addAll(verb);
        return command;
    }
}
