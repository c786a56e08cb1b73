package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.index;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;
import dev.albedo.revision.RevisionNode;
import dev.albedo.testing.TemporaryDirectory;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An application that starts with nothing but a {@link javax.sql.DataSource}. */
class StartUpTest {

    /** Held, because java.util.logging forgets what nobody holds. */
    private static final Logger LOG = Logger.getLogger("dev.albedo");

    private static final int INSTANCES = 6;
    private static final int STARTS = 5;

    /** What an application's migration is. */
    @Revision(id = "aaa1")
    public static final class CreatesTable implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("create table a (id int)");
        }
    }

    /** One that does not lie in a transaction. */
    @Revision(id = "bbb2", parent = "aaa1")
    public static final class CreatesIndex implements Migration {
        @Override
        public void up(Operations op) {
            op.createIndexConcurrently("a", index("ix_a_id", "id"));
        }
    }

    /** One more. */
    @Revision(id = "ccc3", parent = "bbb2")
    public static final class AddsRow implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("insert into a values (1)");
        }
    }

    @BeforeAll
    static void keepsTheLogOutOfTheBuild() {
        LOG.setUseParentHandlers(false);
    }

    @Test
    void instancesThatStartAtOnceApplyEachRevisionOnce() throws Exception {
        try (TemporaryDirectory directory = TemporaryDirectory.create();
                URLClassLoader application = application(directory.path())) {
            for (int start = 0; start < STARTS; start++) {
                try (TestDatabase database = TestDatabases.create()) {
                    assertThat(startTogether(application, database)).containsExactlyInAnyOrder("aaa1", "bbb2", "ccc3");
                    assertThat(database.query("select count(*) from a")).containsExactly("1");
                    assertThat(database.query("select count(*) from albedo_history"))
                            .containsExactly("3");
                }
            }
        }
    }

    /** What the list of the processor is for: the application's class loader finds it. */
    private static URLClassLoader application(Path directory) throws IOException {
        Path list = directory.resolve(MigrationsList.RESOURCE);
        Files.createDirectories(list.getParent());
        Files.writeString(
                list,
                MigrationsList.write(List.of(
                        RevisionNode.of("aaa1", CreatesTable.class.getName()),
                        RevisionNode.of("bbb2", CreatesIndex.class.getName(), "aaa1"),
                        RevisionNode.of("ccc3", AddsRow.class.getName(), "bbb2"))));
        return new URLClassLoader(new URL[] {directory.toUri().toURL()}, StartUpTest.class.getClassLoader());
    }

    private static List<String> startTogether(ClassLoader application, TestDatabase database)
            throws InterruptedException, ExecutionException {
        ExecutorService instances = Executors.newFixedThreadPool(INSTANCES);
        try {
            CountDownLatch together = new CountDownLatch(INSTANCES);
            List<Future<List<RevisionNode>>> runs = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                runs.add(instances.submit(() -> {
                    Thread.currentThread().setContextClassLoader(application);
                    together.countDown();
                    together.await();
                    return Migrator.of(database.dataSource()).migrate("head");
                }));
            }
            List<String> applied = new ArrayList<>();
            for (Future<List<RevisionNode>> run : runs) {
                run.get().forEach(revision -> applied.add(revision.id()));
            }
            return applied;
        } finally {
            instances.shutdownNow();
        }
    }
}
