package dev.albedo.maven;

import dev.albedo.maven.connect.embedded.EmbeddedServer;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.eclipse.aether.RepositorySystem;

/**
 * Stops the embedded PostgreSQL of this project, if it runs. Its data stay, and the next goal that needs it starts it again.
 * Runs by itself before {@code mvn clean}.
 */
@Mojo(name = "stop", defaultPhase = LifecyclePhase.PRE_CLEAN, threadSafe = true)
final class StopMojo extends AbstractAlbedoMojo {

    @Inject
    private RepositorySystem repositories;

    @Override
    void run() throws IOException {
        EmbeddedServer server =
                EmbeddedPostgres.of(project, session, repositories, EmbeddedPostgres.DEFAULT_VERSION, console());
        if (server.stop()) {
            console().print("Stopped the embedded PostgreSQL");
        }
    }
}
