package dev.albedo.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.processor.hibernate.ModelException;
import dev.albedo.processor.hibernate.ModelList;
import dev.albedo.schema.QualifiedName;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The snapshot comes out of an ordinary compilation, and what is wrong with the model is an error on its class. */
class ProcessorTest {

    private static final String ITEM = """
            package shop;
            import jakarta.persistence.*;
            @Entity
            public class Item {
                @Id @GeneratedValue Long id;
                @Column(nullable = false) String name;
            }
            """;

    @TempDir
    Path directory;

    private TestProject project(Hibernates hibernate) {
        return new TestProject(directory.resolve("app"), hibernate);
    }

    private static List<String> columns(TestProject project, String table) {
        return project.schema().table(QualifiedName.parse(table)).orElseThrow().columns().stream()
                .map(column -> column.name() + " " + column.type())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void writesListAndSnapshot(Hibernates hibernate) {
        TestProject project = project(hibernate)
                .source(ITEM)
                .source("package shop;\npublic class Service {}")
                .source("package shop;\n@jakarta.persistence.Embeddable record Money(String currency) {}");

        TestProject.Result result = project.compile();

        assertThat(result.messages()).isEmpty();
        assertThat(result.other()).isEmpty();
        assertThat(project.written(ModelList.RESOURCE)).isEqualTo("shop.Item\nshop.Money\n");
        assertThat(columns(project, "item")).containsExactly("id bigint", "name varchar(255)");
    }

    @Test
    void isSilentWithoutAModel() throws IOException {
        TestProject project = project(Hibernates.V7_4).inputs(null).source("package shop;\npublic class Service {}");

        assertThat(project.compile().messages()).isEmpty();
        assertThat(Files.exists(project.classes().resolve("META-INF"))).isFalse();
    }

    @Test
    void saysWhatToPasteWithoutInputs() {
        TestProject project = project(Hibernates.V7_4).inputs(null).source(ITEM);

        TestProject.Result result = project.compile();

        assertThat(result.ok()).isTrue();
        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith("warning: Albedo cannot read the model while javac runs")
                .contains("<arg>-Aalbedo.inputs=");
        assertThat(project.written(ModelList.RESOURCE)).isEqualTo("shop.Item\n");
        assertThat(project.written(Snapshot.RESOURCE)).isNull();
    }

    @Test
    void anUnknownOptionIsAnError() {
        TestProject project =
                project(Hibernates.V7_4).option("-Aalbedo.input=x").source(ITEM);

        TestProject.Result result = project.compile();

        assertThat(result.ok()).isFalse();
        assertThat(result.messages())
                .contains("error: There is no option -Aalbedo.input: Albedo's processor has -Aalbedo.inputs only, other"
                        + " options are those of albedo-maven-plugin");
    }

    @Test
    void needsNoInputsOnTheClassPath() {
        TestProject project = TestProject.bare(directory.resolve("app"))
                .onClassPath(Hibernates.albedo())
                .onClassPath(Hibernates.V7_4.jars())
                .alone();
        if (Runtime.version().feature() >= 23) {
            project.option("-proc:full");
        }

        assertThat(project.source(ITEM).compile().messages()).isEmpty();
        assertThat(columns(project, "item")).containsExactly("id bigint", "name varchar(255)");
    }

    @Test
    void touchesNothingWhenTheModelIsTheSame() throws IOException {
        TestProject project = project(Hibernates.V7_4).source(ITEM);
        project.compile();
        FileTime longAgo = FileTime.fromMillis(0);
        Path snapshot = project.classes().resolve(Snapshot.RESOURCE);
        Path list = project.classes().resolve(ModelList.RESOURCE);
        Files.setLastModifiedTime(snapshot, longAgo);
        Files.setLastModifiedTime(list, longAgo);

        project.source(ITEM.replace("String name;", "String name; int size() { return name.length(); }"))
                .source("package shop;\npublic class Service {}");
        assertThat(project.compile().messages()).isEmpty();
        // a method that is no property is a change of shape, its body is not
        FileTime afterMethod = Files.getLastModifiedTime(snapshot);
        Files.setLastModifiedTime(snapshot, longAgo);
        project.source(ITEM.replace("String name;", "String name; int size() { return name.length() + 1; }"));
        assertThat(project.compile().messages()).isEmpty();

        assertThat(afterMethod).isNotEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(snapshot)).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(list)).isEqualTo(longAgo);
    }

    @Test
    void takesTheCopyWhenTheClassOutputWasCleared() throws IOException {
        TestProject project = project(Hibernates.V7_4).source(ITEM);
        project.compile();
        String before = project.written(Snapshot.RESOURCE);
        project.delete("classes/" + Snapshot.RESOURCE).delete("classes/" + ModelList.RESOURCE);

        assertThat(project.compile().messages()).isEmpty();

        assertThat(project.written(Snapshot.RESOURCE)).isEqualTo(before);
    }

    @Test
    void readsTheWholeModelInAPartialCompilation() {
        TestProject project = project(Hibernates.V7_4)
                .source(ITEM)
                .source(
                        "package shop;\n@jakarta.persistence.Entity public class Gone { @jakarta.persistence.Id int id; }");
        project.compile();

        project.source(ITEM.replace("String name;", "String name; String code;"))
                .delete("classes/shop/Gone.class");
        assertThat(project.compileOnly("shop/Item.java").messages()).isEmpty();

        assertThat(columns(project, "item")).containsExactly("id bigint", "code varchar(255)", "name varchar(255)");
        assertThat(project.schema().tables()).hasSize(1);
        assertThat(project.written(ModelList.RESOURCE)).isEqualTo("shop.Item\n");
    }

    @Test
    void noticesAnEnumThatChanged() {
        TestProject project = project(Hibernates.V7_4)
                .source(ITEM.replace("String name", "@Enumerated(EnumType.STRING) Kind name"))
                .source("package shop;\npublic enum Kind { BOOK }");
        project.compile();

        project.source("package shop;\npublic enum Kind { BOOK, GAME }");
        assertThat(project.compileOnly("shop/Kind.java").messages()).isEmpty();

        assertThat(project.written(Snapshot.RESOURCE)).contains("GAME");
    }

    @Test
    void joinsTheModelOfSeveralModules() {
        TestProject base = new TestProject(directory.resolve("base"), Hibernates.V7_4)
                .source("""
                        package base;
                        import jakarta.persistence.*;
                        @MappedSuperclass
                        public abstract class Thing {
                            @Id @GeneratedValue(strategy = GenerationType.IDENTITY) public Long id;
                        }
                        """)
                .source("package base;\n@jakarta.persistence.Entity public class Owner extends Thing {}");
        assertThat(base.compile().messages()).isEmpty();
        TestProject app =
                project(Hibernates.V7_4).onClassPath(List.of(base.classes())).source("""
                        package shop;
                        import jakarta.persistence.*;
                        @Entity
                        public class Item extends base.Thing {
                            @ManyToOne base.Owner owner;
                        }
                        """);

        assertThat(app.compile().messages()).isEmpty();

        assertThat(app.schema().tables().keySet())
                .extracting(QualifiedName::name)
                .containsExactly("item", "owner");
        assertThat(app.written(ModelList.RESOURCE)).isEqualTo("shop.Item\n");
    }

    @Test
    void aModuleWithMigrationsHasTheSnapshotOfTheModelItSees() {
        TestProject model = new TestProject(directory.resolve("model"), Hibernates.V7_4)
                .source(
                        "package base;\n@jakarta.persistence.Entity public class Owner { @jakarta.persistence.Id Long id; }");
        assertThat(model.compile().messages()).isEmpty();
        TestProject migrations =
                project(Hibernates.V7_4).onClassPath(List.of(model.classes())).source("""
                        package shop;
                        import dev.albedo.*;
                        @Revision(id = "aaaaaaaaaaaa")
                        public final class First implements Migration {
                            @Override public void up(Operations op) {}
                            @Override public void down(Operations op) {}
                        }
                        """);

        assertThat(migrations.compile().messages()).isEmpty();

        assertThat(migrations.schema().tables().keySet())
                .extracting(QualifiedName::name)
                .containsExactly("owner");
        assertThat(migrations.written(ModelList.RESOURCE)).isNull();
    }

    @Test
    void leavesTheSnapshotAloneInACompilationOfTests() {
        TestProject project = project(Hibernates.V7_4).source(ITEM);
        project.inputs(
                Inputs.of(directory.resolve("elsewhere"), project.inputs().classPath()));

        assertThat(project.compile().messages()).isEmpty();
        assertThat(project.written(ModelList.RESOURCE)).isNull();
        assertThat(project.written(Snapshot.RESOURCE)).isNull();
    }

    @Test
    void saysNothingWhenThereAreErrorsAlready() {
        TestProject project =
                project(Hibernates.V7_4).source(ITEM).source("package shop;\npublic class Wrong { int a = \"\"; }");

        assertThat(project.compile().messages())
                .containsExactly(
                        "Wrong.java:2: error: incompatible types: java.lang.String cannot be converted to int");
        assertThat(project.written(Snapshot.RESOURCE)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void anEntityThatCannotBeMappedIsAnErrorOnItsClass(Hibernates hibernate) {
        TestProject project = project(hibernate).source(ITEM).source("""
                        package shop;

                        import jakarta.persistence.*;

                        @Entity
                        public class NoId {
                            String name;
                        }
                        """);

        TestProject.Result result = project.compile();

        assertThat(result.ok()).isFalse();
        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith("NoId.java:6: error: Hibernate cannot map NoId: Entity 'shop.NoId' has no identifier");
        assertThat(project.written(Snapshot.RESOURCE)).isNull();
    }

    @Test
    void aTypeThatPostgresCannotReadIsAnErrorOnItsAttribute() {
        TestProject project =
                project(Hibernates.V7_4).source(ITEM.replace("nullable = false", "columnDefinition = \"varchar(20\""));

        TestProject.Result result = project.compile();

        assertThat(result.ok()).isFalse();
        assertThat(result.messages())
                .singleElement()
                .asString()
                .startsWith("Item.java:6: error: column name of table item cannot have the definition \"varchar(20\"");
    }

    @Test
    void namesAClassThatIsMissing() {
        TestProject project = project(Hibernates.V7_4);
        project.source(ITEM.replace("String name", "Secret name")).source("package shop;\npublic class Secret {}");
        project.compile();
        project.delete("classes/shop/Secret.class").delete("src/shop/Secret.java");

        // javac itself needs no Secret to compile another class
        project.source("package shop;\n@jakarta.persistence.Entity class Other { @jakarta.persistence.Id int id; }");
        TestProject.Result result = project.compileOnly("shop/Other.java");

        assertThat(result.ok()).isFalse();
        assertThat(result.messages())
                .singleElement()
                .asString()
                .contains("shop.Item needs the class shop.Secret, which is not on the class path");
    }

    private TestProject.Result withoutSecret(String item) {
        TestProject project = project(Hibernates.V7_4);
        project.source(item).source("package shop;\npublic class Secret {}");
        project.compile();
        project.delete("classes/shop/Secret.class").delete("src/shop/Secret.java");
        project.source("package shop;\n@jakarta.persistence.Entity class Other { @jakarta.persistence.Id int id; }");
        return project.compileOnly("shop/Other.java");
    }

    @Test
    void namesTheEntityThatNeedsAMissingClass() {
        for (String item : List.of(
                ITEM.replace("String name", "Secret name"),
                ITEM.replace("class Item", "class Item extends Secret"),
                ITEM.replace("String name", "@jakarta.persistence.Transient java.util.List<Secret> name"))) {
            TestProject.Result result = withoutSecret(item);

            assertThat(result.messages())
                    .singleElement()
                    .asString()
                    .contains(
                            "shop.Item needs the class shop.Secret, which is not on the class path; add the dependency that"
                                    + " contains it")
                    .doesNotContain("at java");
        }
    }

    @Test
    void aServiceThatCannotBeLoadedIsOneSentence() {
        TestProject project = project(Hibernates.V7_4)
                .source(ITEM)
                .resource("META-INF/services/org.hibernate.boot.model.TypeContributor", "shop.Gone\n");

        TestProject.Result result = project.compile();

        assertThat(result.ok()).isFalse();
        assertThat(result.messages())
                .singleElement()
                .asString()
                .contains("Hibernate cannot map the model: ")
                .contains("shop.Gone");
    }

    @Test
    void readsPropertiesOfThePersistenceUnitAndTheConfigurationWins() {
        TestProject project = project(Hibernates.V7_4)
                .source(ITEM)
                .resource("META-INF/persistence.xml", """
                        <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                            <persistence-unit name="main">
                                <properties>
                                    <property name="hibernate.default_schema" value="one"/>
                                    <property name="hibernate.globally_quoted_identifiers" value="true"/>
                                    <property name="jakarta.persistence.jdbc.url" value="jdbc:postgresql://nowhere/x"/>
                                </properties>
                            </persistence-unit>
                        </persistence>
                        """)
                .settings(Map.of("hibernate.default_schema", "two"));

        assertThat(project.compile().messages()).isEmpty();

        assertThat(project.schema().tables().keySet()).containsExactly(QualifiedName.parse("two.Item"));
        assertThat(project.schema().schemas()).containsExactly("two");
    }

    @Test
    void knowsTheTimeZoneOfTheModelsSettings() {
        TestProject project = project(Hibernates.V7_4).source(ITEM);
        assertThat(project.settings(Map.of("hibernate.jdbc.time_zone", "GMT+02:00"))
                        .compile()
                        .messages())
                .isEmpty();
        assertThat(project.snapshot().timeZone()).contains(ZoneId.of("GMT+02:00"));

        project.settings(Map.of()).compile();
        assertThat(project.snapshot().timeZone()).isEmpty();
    }

    @Test
    void eachPersistenceUnitHasASnapshot() {
        TestProject project = project(Hibernates.V7_4)
                .source(ITEM)
                .source("package shop;\n@jakarta.persistence.Entity class Entry { @jakarta.persistence.Id int id; }")
                .resource("META-INF/persistence.xml", """
                        <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                            <persistence-unit name="main">
                                <class>shop.Item</class>
                                <exclude-unlisted-classes/>
                            </persistence-unit>
                            <persistence-unit name="audit log">
                                <class>shop.Entry</class>
                                <exclude-unlisted-classes/>
                            </persistence-unit>
                        </persistence>
                        """);

        for (String unit : List.of("main", "log")) {
            project.source("package shop." + unit + ";\n@dev.albedo.Revision(id = \"" + unit + "1\")\n"
                    + "public class First implements dev.albedo.Migration {\n"
                    + "    public void up(dev.albedo.Operations op) {}\n}");
        }

        assertThat(project.compile().messages())
                .as("the heads of two units are no two heads")
                .isEmpty();

        assertThat(project.written(Snapshot.RESOURCE)).isNull();
        assertThat(tables(project, "main")).containsExactly("item");
        assertThat(tables(project, "audit log")).containsExactly("entry");

        project.source(ITEM.replace("String name", "String title")).compile();
        assertThat(project.written(Snapshot.resource("main"))).contains("title");
        assertThat(tables(project, "audit log")).containsExactly("entry");
    }

    private static List<String> tables(TestProject project, String unit) {
        return SnapshotReader.read(Objects.requireNonNull(project.written(Snapshot.resource(unit))))
                .schema()
                .tables()
                .keySet()
                .stream()
                .map(name -> name.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void runsAfterLombok() {
        TestProject project = project(Hibernates.V7_4)
                .onClassPath(List.of(Hibernates.lombok()))
                .onProcessorPath(Hibernates.lombok())
                .source("""
                        package shop;
                        import jakarta.persistence.*;
                        import lombok.*;
                        @Entity @Access(AccessType.PROPERTY)
                        public class Item {
                            @Getter(onMethod_ = {@Id}) @Setter private Long id;
                            @Getter @Setter private String title;
                        }
                        """);

        assertThat(project.compile().messages()).isEmpty();
        assertThat(columns(project, "item")).containsExactly("id bigint", "title varchar(255)");
    }

    @Test
    void aGoalReadsTheSame() throws IOException {
        TestProject project = project(Hibernates.V7_4).source(ITEM);
        project.compile();

        Snapshot read = ModelReader.read(project.inputs(), warning -> {
            throw new AssertionError(warning);
        });

        assertThat(read.schema()).isEqualTo(project.schema());
        assertThat(project.written(Snapshot.RESOURCE)).contains(read.fingerprint());
        assertThat(ModelReader.fingerprint(project.inputs())).isEqualTo(read.fingerprint());
    }

    @Test
    void classesOfAnotherCompilerAreOfTheModel() throws IOException {
        TestProject project = project(Hibernates.V7_4).source(ITEM);
        compiledElsewhere(
                project,
                "package shop; import jakarta.persistence.*;" + " @Entity public class Other { @Id Long id; }");
        project.source("""
                package shop;
                import jakarta.persistence.*;
                @Entity
                public class Bill {
                    @Id Long id;
                    @ManyToOne Other other;
                }
                """);

        assertThat(project.compile().messages()).isEmpty();
        assertThat(columns(project, "other")).containsExactly("id bigint");
        assertThat(columns(project, "bill")).containsExactly("id bigint", "other_id bigint");
        assertThat(ModelReader.fingerprint(project.inputs())).isEqualTo(fingerprint(project));

        compiledElsewhere(
                project,
                "package shop; import jakarta.persistence.*;"
                        + " @Entity public class Other { @Id Long id; String name; }");
        assertThat(ModelReader.fingerprint(project.inputs())).isNotEqualTo(fingerprint(project));
    }

    @Test
    void stubsOfGroovyAreNotRead() {
        TestProject project = project(Hibernates.V7_4)
                .source("package groovy.lang;\npublic interface GroovyObject {}")
                .source("package shop;\n"
                        + "@jakarta.persistence.Entity public class Bill implements groovy.lang.GroovyObject {}");

        assertThat(project.compile().messages()).isEmpty();
        assertThat(project.classes().resolve(Snapshot.RESOURCE)).doesNotExist();
    }

    @Test
    void whatIsWrongWithClassesOfAnotherCompilerIsLeftToTheGoalThatFollows() throws IOException {
        TestProject project = project(Hibernates.V7_4).source("package shop;\npublic class Plain {}");
        compiledElsewhere(project, "package shop; import jakarta.persistence.*; @Entity public class Other {}");

        assertThat(project.compile().messages()).isEmpty();
        assertThat(project.classes().resolve(Snapshot.RESOURCE)).doesNotExist();
        assertThatThrownBy(() -> ModelReader.read(project.inputs(), warning -> {}))
                .isInstanceOf(ModelException.class);
    }

    private static String fingerprint(TestProject project) {
        return project.snapshot().fingerprint();
    }

    /** As a compiler does that runs no processor, such as Kotlin's. */
    private void compiledElsewhere(TestProject project, String text) throws IOException {
        Path source = Files.createDirectories(directory.resolve("elsewhere")).resolve("Other.java");
        Files.writeString(source, text);
        String classPath = project.inputs().classPath().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        project.classes().toString(),
                        "-cp",
                        classPath,
                        source.toString());
        assertThat(result).isZero();
    }
}
