package dev.albedo.maven.goal.project;

import dev.albedo.revision.RevisionNode;
import java.util.List;
import java.util.Optional;

/** Where a migration may have been applied, besides the databases that can be asked. */
@FunctionalInterface
public interface Released {

    /** No release is known. */
    Released UNKNOWN = revisions -> Optional.empty();

    /**
     * The release that contains one of these revisions.
     *
     * @return a clause that names the revision and the release; nothing if no release is known to contain one
     */
    Optional<String> of(List<RevisionNode> revisions);
}
