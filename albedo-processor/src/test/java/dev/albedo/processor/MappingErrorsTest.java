package dev.albedo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Errors of Hibernate's mapping: each on the attribute that is at fault, and all of a model in one compilation. */
class MappingErrorsTest {

    @TempDir
    private Path directory;

    private TestProject project;

    private void entity(String name, String... attributes) {
        project.source("package shop;\nimport jakarta.persistence.*;\n@Entity public class " + name + " {\n"
                + String.join("\n", attributes) + "\n}");
    }

    /** Classes that are right, and come before and after the others. */
    private void start(Hibernates hibernate) {
        project = new TestProject(directory, hibernate);
        project.source("package shop;\n@jakarta.persistence.Embeddable public class Address {\nString street;\n}");
        entity("Account", "@Id Long id;", "@ManyToOne Zone zone;", "@Embedded Address address;");
        entity("Zone", "@Id Long id;", "@OneToMany(mappedBy = \"zone\") java.util.List<Account> accounts;");
    }

    @ParameterizedTest
    @EnumSource
    void allOfAModelInOneCompilation(Hibernates hibernate) {
        start(hibernate);
        entity("Doubled", "@Id Long id;", "@Column(name = \"x\") String one;", "@Column(name = \"x\") String two;");
        entity("Inverse", "@Id Long id;", "@OneToMany(mappedBy = \"none\") java.util.List<Zone> zones;");
        entity("Joined", "@Id Long id;", "@ManyToOne @JoinColumn(referencedColumnName = \"none\") Zone zone;");
        entity("Locked", "@Id Long id;", "java.util.concurrent.locks.Lock lock;");
        entity("Mapped", "@Id Long id;", "java.util.Map<String, Thread> threads;");
        entity("NoId", "String name;");
        entity("Referring", "@Id Long id;", "@ManyToOne String other;");
        entity("Stated", "@Id Long id;", "@Enumerated String state;");
        entity(
                "Through",
                "private Long id;",
                "private Object thing;",
                "@Id public Long getId() { return id; }",
                "public void setId(Long id) {}",
                "@Basic public Object getThing() { return thing; }",
                "public void setThing(Object thing) {}");

        TestProject.Result result = project.compile();

        assertThat(result.ok()).isFalse();
        assertThat(result.messages())
                .extracting(message -> message.replaceFirst("^(\\S+: error: Hibernate cannot map [^:]+):.*", "$1"))
                .containsExactly(
                        "Doubled.java:6: error: Hibernate cannot map Doubled.two",
                        "Inverse.java:5: error: Hibernate cannot map Inverse.zones",
                        "Joined.java:5: error: Hibernate cannot map Joined.zone",
                        "Locked.java:5: error: Hibernate cannot map Locked.lock",
                        "Mapped.java:5: error: Hibernate cannot map Mapped.threads",
                        "NoId.java:3: error: Hibernate cannot map NoId",
                        "Referring.java:5: error: Hibernate cannot map Referring.other",
                        "Stated.java:5: error: Hibernate cannot map Stated.state",
                        "Through.java:8: error: Hibernate cannot map Through.thing");
    }

    @ParameterizedTest
    @EnumSource
    void onTheEmbeddableAndTheSuperclassThatDeclareTheAttribute(Hibernates hibernate) {
        start(hibernate);
        project.source("package shop;\n@jakarta.persistence.Embeddable public class Part {\nString a;\nThread run;\n}");
        project.source("package shop;\nimport jakarta.persistence.*;\n@MappedSuperclass public class Base {\n"
                + "@Id Long id;\nThreadGroup group;\n}");
        entity("Whole", "@Id Long id;", "@Embedded Part part;");
        project.source("package shop;\n@jakarta.persistence.Entity public class One extends Base {}");
        project.source("package shop;\n@jakarta.persistence.Entity public class Two extends Base {}");

        assertThat(project.compile().messages())
                .extracting(message -> message.replaceFirst(": Could not determine.*", ""))
                .containsExactly(
                        "Base.java:5: error: Hibernate cannot map Base.group",
                        "Part.java:4: error: Hibernate cannot map Part.run");
    }

    @Test
    void oneOfManyClassesAlthoughItsMessageNamesNone() {
        start(Hibernates.V7_4);
        IntStream.range(0, 40)
                .forEach(i -> entity("Good" + i, "@Id Long id;", "@ManyToOne Good" + (i * 7 + 1) % 40 + " next;"));
        entity("Scaled", "@Id Long id;", "@Column(precision = 3, scale = 9) Double share;");

        assertThat(project.compile().messages())
                .containsExactly("Scaled.java:3: error: Hibernate cannot map Scaled:"
                        + " scale has no meaning for SQL floating point types");
    }

    @Test
    void noClassWhereAllAreAffected() {
        start(Hibernates.V7_4);
        project.settings(Map.of("hibernate.dialect", "org.hibernate.dialect.H2Dialect"));

        assertThat(project.compile().messages())
                .singleElement()
                .asString()
                .startsWith("error: Hibernate cannot map the model: the setting hibernate.dialect names");
    }

    /** What is declared at another entity is missing when a class is read by itself, and is no error. */
    @Test
    void noMoreThanThereAre() {
        start(Hibernates.V7_4);
        project.source("""
                package shop;
                import jakarta.persistence.*;
                @SequenceGenerator(name = "numbers") @org.hibernate.annotations.FilterDef(name = "mine")
                @Entity public class Definer {
                @Id Long id;
                }""");
        project.source(
                "package shop;\nimport jakarta.persistence.*;\n@org.hibernate.annotations.Filter(name = \"mine\","
                        + " condition = \"true\")\n@Entity public class User {\n@Id @GeneratedValue(generator = \"numbers\")"
                        + " Long id;\n@ManyToOne NoId other;\n}");
        entity("NoId", "String name;");

        assertThat(project.compile().messages())
                .singleElement()
                .asString()
                .startsWith("NoId.java:3: error: Hibernate cannot map NoId: Entity 'shop.NoId' has no identifier");
    }
}
