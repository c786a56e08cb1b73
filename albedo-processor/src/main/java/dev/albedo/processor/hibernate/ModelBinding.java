package dev.albedo.processor.hibernate;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Unmanaged;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the code that runs beside the user's Hibernate, and what it answers.
 *
 * <p>This interface and the vocabulary are the only classes that both sides of the isolated class loader share; neither
 * holds anything of Hibernate, so nothing keeps that loader alive once it is closed.
 */
public interface ModelBinding {

    /**
     * Lets Hibernate bind the model and reads out the schema it expects.
     *
     * @throws ModelException if Hibernate cannot map the model
     */
    Answer bind(Question question);

    /**
     * A model to bind.
     *
     * @param classes binary names of the model classes; {@code x.package-info} stands for the package x
     * @param constants what the fields of these classes are initialised with, see {@link FieldConstants}
     * @param mappingFiles resource names of {@code orm.xml} and other mapping files
     * @param overrides one more mapping file in text, or {@code null} for none
     * @param settings for Hibernate
     * @param dialectVersion the version of PostgreSQL, such as {@code 18} or {@code 16.4}
     * @param defaultSchema the schema that is the connection's current one
     */
    record Question(
            List<String> classes,
            SortedMap<String, String> constants,
            List<String> mappingFiles,
            @Nullable String overrides,
            SortedMap<String, String> settings,
            String dialectVersion,
            String defaultSchema) {}

    /**
     * The schema that a model expects.
     *
     * @param schema without the names that nobody chose
     * @param origins the classes and attributes its tables and columns come from
     * @param oldNames what {@code @RenamedFrom} says
     * @param initialValues what the Java code says of the values of columns
     * @param madeBy the version of Hibernate, the dialect and the naming strategies
     * @param unmanaged what Hibernate would create beside the schema
     * @param warnings what the model says and the schema cannot express, with its place where it has one
     * @param problems what makes the schema unusable, all of it
     */
    record Answer(
            Schema schema,
            Origins origins,
            SortedMap<Place, String> oldNames,
            InitialValues initialValues,
            SortedMap<String, String> madeBy,
            List<Unmanaged> unmanaged,
            List<Problem> warnings,
            List<Problem> problems) {

        /** The same with other warnings. */
        Answer warnings(List<Problem> other) {
            return new Answer(schema, origins, oldNames, initialValues, madeBy, unmanaged, other, problems);
        }
    }

    /**
     * Something that is wrong with a class of the model.
     *
     * @param className its binary name, or {@code null} if it is not known which class is at fault
     * @param attribute the field or property of it, or {@code null} if that is not known
     * @param message one sentence
     */
    record Problem(@Nullable String className, @Nullable String attribute, String message) {}
}
