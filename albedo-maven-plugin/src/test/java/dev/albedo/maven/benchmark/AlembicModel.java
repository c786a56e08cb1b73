package dev.albedo.maven.benchmark;

import dev.albedo.testing.EntityGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The changed model of {@link EntityGenerator} for SQLAlchemy, and a project of Alembic's around it. */
final class AlembicModel {

    private static final String HEADER = """
            from sqlalchemy import BigInteger, Boolean, Column, Date, Enum, ForeignKey, Index, Integer, Numeric, Sequence, String
            from sqlalchemy.dialects.postgresql import TIMESTAMP, UUID
            from sqlalchemy.ext.declarative import declarative_base

            Base = declarative_base()
            """;

    private static final String ENTITY = """

            class Customer%1$d(Base):
                __tablename__ = "customer_%1$d"
                __table_args__ = (Index("ix_customer_%1$d_email", "email"),)

                id = Column(BigInteger, Sequence("customer_%1$d_seq", increment=50), primary_key=True)
                email = Column(String(200), nullable=False)
                visits = Column(Integer, nullable=False)
                balance = Column(Numeric(10, 2))
                created = Column(TIMESTAMP(precision=6))
                active = Column(Boolean, nullable=False)
                notes = Column(String(2000))
                token = Column(UUID)
                status = Column(Enum("NEW", "ACTIVE", "CLOSED", native_enum=False, create_constraint=True, length=255), nullable=False)
                parent_id = Column(BigInteger, ForeignKey("customer_%2$d.id"))
            """;

    /** The changes of {@link EntityGenerator#change}, one for each of the first entities. */
    private static final List<List<String>> CHANGES = List.of(
            List.of("    balance", "    born = Column(Date)\n    balance"),
            List.of("    token = Column(UUID)\n", ""),
            List.of("String(200)", "String(255)"),
            List.of("precision=6)", "precision=6), nullable=False"),
            List.of("Numeric(10,", "Numeric(12,"),
            List.of("String(2000)", "String(2000), unique=True"),
            List.of("\"email\"),)", "\"email\"), Index(\"ix_more\", \"created\"))"),
            List.of("\"CLOSED\"", "\"CLOSED\", \"DORMANT\""),
            List.of("BigInteger, ForeignKey(\"customer_7.id\")", "BigInteger"),
            List.of("visits = Column(Integer, ", "visits = Column(Integer, server_default=\"0\", "));

    /** Without a configuration of logging, and comparing all that Alembic can compare. */
    private static final String ENVIRONMENT = """
            import sys

            from alembic import context
            from sqlalchemy import create_engine

            import models

            sys.setrecursionlimit(100000)  # tables are read along their foreign keys
            with create_engine(context.config.get_main_option("sqlalchemy.url")).connect() as connection:
                context.configure(
                    connection=connection,
                    target_metadata=models.Base.metadata,
                    compare_type=True,
                    compare_server_default=True,
                )
                with context.begin_transaction():
                    context.run_migrations()
            """;

    private static final String TEMPLATE = """
            from alembic import op
            import sqlalchemy as sa
            ${imports if imports else ""}

            revision = ${repr(up_revision)}
            down_revision = ${repr(down_revision)}


            def upgrade():
                ${upgrades if upgrades else "pass"}


            def downgrade():
                ${downgrades if downgrades else "pass"}
            """;

    private AlembicModel() {}

    /** Writes the project into a directory. */
    static void write(Path directory, int entities, String url) throws IOException {
        Files.createDirectories(directory.resolve("versions"));
        StringBuilder models = new StringBuilder(HEADER);
        for (int number = 0; number < entities; number++) {
            String entity = ENTITY.formatted(number, Math.max(0, number - 1));
            if (number < CHANGES.size()) {
                List<String> change = CHANGES.get(number);
                entity = entity.replace(change.get(0), change.get(1));
            }
            models.append(entity);
        }
        Files.writeString(directory.resolve("models.py"), models);
        Files.writeString(directory.resolve("env.py"), ENVIRONMENT);
        Files.writeString(directory.resolve("script.py.mako"), TEMPLATE);
        Files.writeString(directory.resolve("alembic.ini"), """
                [alembic]
                script_location = %1$s
                prepend_sys_path = %1$s
                sqlalchemy.url = %2$s
                """.formatted(directory, url));
    }
}
