package dev.albedo.maven.goal.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationPackageTest {

    @ParameterizedTest
    @CsvSource({
        "'com.acme.shop.Customer', com.acme.shop.migrations",
        "'com.acme.shop.Customer com.acme.shop.order.Order', com.acme.shop.migrations",
        "'com.acme.shop.Customer com.acme.shopping.Cart', com.acme.migrations",
        "'com.acme.Customer org.other.Cart', com.acme_web._2go.migrations",
        "'', com.acme_web._2go.migrations",
        "'Customer', com.acme_web._2go.migrations",
    })
    void ofTheFirstMigration(String classes, String expected) {
        List<String> names = classes.isEmpty() ? List.of() : List.of(classes.split(" "));
        assertThat(MigrationPackage.choose(RevisionGraph.of(List.of()), names, "com.acme-web.2go"))
                .isEqualTo(expected);
    }

    @Test
    void isThatOfTheNewest() {
        RevisionGraph graph = RevisionGraph.of(
                List.of(RevisionNode.of("aaaa", "old.M1"), RevisionNode.of("bbbb", "db.migrations.M2", "aaaa")));
        assertThat(MigrationPackage.choose(graph, List.of("com.acme.Customer"), "com.acme"))
                .isEqualTo("db.migrations");
    }
}
