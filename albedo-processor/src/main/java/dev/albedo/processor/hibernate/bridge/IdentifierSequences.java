package dev.albedo.processor.hibernate.bridge;

import dev.albedo.schema.QualifiedName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.mapping.GeneratorSettings;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.jspecify.annotations.Nullable;

/** Finds the sequences that give identifiers their values, as {@code InFlightMetadataCollectorImpl} does when it lists them. */
final class IdentifierSequences {

    private final MetadataImplementor metadata;
    private final Dialect dialect;
    private final StoredNames names;

    IdentifierSequences(MetadataImplementor metadata, Dialect dialect, StoredNames names) {
        this.metadata = metadata;
        this.dialect = dialect;
        this.names = names;
    }

    /** The sequence of an identifier, or {@code null} if its values come from elsewhere. */
    @Nullable
    QualifiedName of(KeyValue identifier, RootClass root, @Nullable Property property) {
        if (generator(identifier, root, property) instanceof SequenceStyleGenerator generator
                && generator.getDatabaseStructure() != null
                && generator.getDatabaseStructure().isPhysicalSequence()) {
            // It has its name only once it is listed, and listing it again finds what is there.
            generator.registerExportables(metadata.getDatabase());
            var name = generator.getDatabaseStructure().getPhysicalName();
            return names.qualified(name.getSchemaName(), name.getObjectName());
        }
        return null;
    }

    private @Nullable Object generator(KeyValue identifier, RootClass root, @Nullable Property property) {
        for (Method method : KeyValue.class.getMethods()) {
            if (method.getName().equals("createGenerator") && method.getParameterCount() == 3) {
                return version6(method, identifier, root);
            }
        }
        return Version7.generator(identifier, metadata, dialect, root, property);
    }

    /** It was made when the model was bound, without which it cannot be made: then there is none. */
    private @Nullable Object version6(Method method, KeyValue identifier, RootClass root) {
        try {
            return method.invoke(identifier, null, dialect, root);
        } catch (InvocationTargetException e) {
            return null; // Hibernate has gone on without it as well
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Hibernate does not say which sequence an identifier is from", e);
        }
    }

    /** Apart, because these types are not there before. */
    private static final class Version7 {

        static @Nullable Object generator(
                KeyValue identifier,
                MetadataImplementor metadata,
                Dialect dialect,
                RootClass root,
                @Nullable Property property) {
            return identifier.createGenerator(dialect, root, property, new NoDefaults(metadata.getDatabase()));
        }
    }

    private record NoDefaults(Database database) implements GeneratorSettings {

        @Override
        public @Nullable String getDefaultCatalog() {
            return null;
        }

        @Override
        public @Nullable String getDefaultSchema() {
            return null;
        }

        @Override
        public SqlStringGenerationContext getSqlStringGenerationContext() {
            return SqlStringGenerationContextImpl.fromExplicit(database.getJdbcEnvironment(), database, null, null);
        }
    }
}
