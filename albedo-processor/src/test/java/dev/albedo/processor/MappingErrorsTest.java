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
                .containsExactly("Scaled.java:5: error: Hibernate cannot map Scaled.share:"
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

    @ParameterizedTest
    @EnumSource
    void allWrongColumnDefinitionsInOneCompilation(Hibernates hibernate) {
        start(hibernate);
        project.source("""
                package shop;
                import jakarta.persistence.*;
                @Embeddable public class Size {
                @Column(columnDefinition = "integer(")
                int width;
                }""");
        project.source("""
                package shop;
                import jakarta.persistence.*;
                @MappedSuperclass public class Base {
                @Id Long id;
                @Column(columnDefinition = "varchar(20") String code;
                }""");
        project.source("""
                package shop;
                import jakarta.persistence.*;
                @Embeddable @org.hibernate.annotations.Struct(name = "parcel") public class Parcel {
                @Column(columnDefinition = "numeric(9") int weight;
                }""");
        project.source("""
                package shop;
                import jakarta.persistence.*;
                @Entity public class Child extends Base {
                @Column(name = "k", columnDefinition = "integer stored nowhere")
                Integer kind;
                @Embedded Size size;
                Parcel parcel;
                @ElementCollection @Column(columnDefinition = "text text") java.util.List<String> tags;
                }""");
        entity("Other", "@Id Long id;", "@Column(columnDefinition = \"bit(\") String one;", "String two;");
        entity("Unmapped", "@Id Long id;", "Thread thread;", "@Column(columnDefinition = \"bit(\") String bits;");

        assertThat(project.compile().messages())
                .extracting(message -> message.replaceFirst("^(\\S+: error: .*?(?: cannot have|\\.thread)).*", "$1"))
                .containsExactlyInAnyOrder(
                        "Base.java:5: error: column code of table child cannot have",
                        "Child.java:5: error: column k of table child cannot have",
                        "Child.java:8: error: column tags of table child_tags cannot have",
                        "Other.java:5: error: column one of table other cannot have",
                        "Parcel.java:4: error: column weight of type parcel cannot have",
                        "Size.java:5: error: column width of table child cannot have",
                        "Unmapped.java:5: error: Hibernate cannot map Unmapped.thread",
                        "Unmapped.java:6: error: column bits of table unmapped cannot have");
    }

    @ParameterizedTest
    @EnumSource
    void severalOfOneEntity(Hibernates hibernate) {
        start(hibernate);
        project.source("package shop;\n@jakarta.persistence.Embeddable public class Part {\nString a;\nThread run;\n}");
        project.source("""
                package shop;
                import jakarta.persistence.*;
                @MappedSuperclass public class Base {
                @Id Long id;
                ThreadGroup group;
                }""");
        project.source("""
                package shop;
                import jakarta.persistence.*;
                @Entity public class Faulty extends Base {
                @Enumerated String state;
                java.util.concurrent.locks.Lock one;
                java.util.concurrent.locks.Lock two;
                @Embedded Part part;
                @OneToMany(mappedBy = "nowhere") java.util.List<Zone> zones;
                @ManyToOne @JoinColumn(referencedColumnName = "none") Zone zone;
                @Column(name = "x") String first;
                @Column(name = "x") String second;
                }""");
        entity("Referring", "@Id Long id;", "@ManyToOne Faulty faulty;", "@Enumerated String state;");

        assertThat(project.compile().messages())
                .extracting(message -> message.replaceFirst("^(\\S+: error: Hibernate cannot map [^:]+):.*", "$1"))
                .containsExactlyInAnyOrder(
                        "Base.java:5: error: Hibernate cannot map Base.group",
                        "Faulty.java:4: error: Hibernate cannot map Faulty.state",
                        "Faulty.java:5: error: Hibernate cannot map Faulty.one",
                        "Faulty.java:6: error: Hibernate cannot map Faulty.two",
                        "Faulty.java:8: error: Hibernate cannot map Faulty.zones",
                        "Faulty.java:9: error: Hibernate cannot map Faulty.zone",
                        "Faulty.java:11: error: Hibernate cannot map Faulty.second",
                        "Part.java:4: error: Hibernate cannot map Part.run",
                        "Referring.java:6: error: Hibernate cannot map Referring.state");
    }

    /** An attribute that is left out to find more is missing at whatever names it, and that is no error. */
    @ParameterizedTest
    @EnumSource
    void whatNamesAFaultyAttributeIsNoError(Hibernates hibernate) {
        start(hibernate);
        project.source("""
                package shop;
                import jakarta.persistence.*;
                @Table(indexes = @Index(columnList = "zone_id, code"), uniqueConstraints = @UniqueConstraint(columnNames = "code"))
                @Entity public class Faulty {
                @Id Long id;
                @ManyToOne @JoinColumn(referencedColumnName = "nowhere") Zone zone;
                @Enumerated String code;
                @Embedded @AttributeOverride(name = "street", column = @Column(name = "road")) Address address;
                }""");
        entity(
                "Mapping",
                "@Id Long id;",
                "@ManyToOne @JoinColumn(referencedColumnName = \"code\") Faulty one;",
                "@OneToMany @JoinColumn @MapKey(name = \"code\") java.util.Map<String, Faulty> byCode;",
                "@ManyToMany @OrderBy(\"code\") java.util.List<Faulty> ordered;");
        entity(
                "Zoned",
                "@Id Long id;",
                "@OneToMany(mappedBy = \"zone\") java.util.List<Faulty> all;",
                "@OneToOne(mappedBy = \"zone\") Faulty first;");

        assertThat(project.compile().messages())
                .extracting(message -> message.replaceFirst("^(\\S+: error: Hibernate cannot map [^:]+):.*", "$1"))
                .containsExactlyInAnyOrder(
                        "Faulty.java:6: error: Hibernate cannot map Faulty.zone",
                        "Faulty.java:7: error: Hibernate cannot map Faulty.code");
    }

    @ParameterizedTest
    @EnumSource
    void warningsOnWhatTheyAreAbout(Hibernates hibernate) {
        start(hibernate);
        project.source("""
                package shop;
                import jakarta.persistence.*;
                @MappedSuperclass public class Base {
                @Id Long id;
                @Column(columnDefinition = "text compression pglz")
                String text;
                }""");
        project.source("""
                package shop;
                @jakarta.persistence.Entity @jakarta.persistence.Table(uniqueConstraints = @jakarta.persistence.UniqueConstraint(name = "uk", columnNames = "code"))
                public class Twice extends Base {
                @jakarta.persistence.Column(unique = true) String code;
                }""");

        assertThat(project.compile().messages())
                .extracting(message -> message.replaceFirst("^(\\S+: warning: .{34}).*", "$1"))
                .containsExactlyInAnyOrder(
                        "Base.java:6: warning: Albedo does not manage the storage",
                        "Twice.java:3: warning: the name uk of a unique constraint");
    }

    /** Envers gives the attributes of both the same columns, so only the entity can be changed: with NotAudited. */
    @Test
    void whatOnlyEnversCannotMapIsAtTheEntity() {
        start(Hibernates.V7_4);
        project.source("""
                package shop;
                import jakarta.persistence.*;
                @Embeddable @org.hibernate.annotations.Struct(name = "money")
                public class Money {
                java.math.BigDecimal amount;
                String currency;
                }""");
        project.source("""
                package shop;
                import jakarta.persistence.*;
                @Entity @org.hibernate.envers.Audited
                public class Invoice {
                @Id Long id;
                @Embedded Money net;
                @Embedded Money gross;
                }""");

        assertThat(project.compile().messages())
                .singleElement()
                .asString()
                .startsWith(
                        "Invoice.java:7: error: Hibernate cannot map Invoice.gross: Column 'amount' is duplicated in"
                                + " mapping for entity 'shop.Invoice_AUD'");
    }
}
