// A generator of the model that brings a sequence and an auxiliary object, a sequence as well.
package oracle.exportable_producers;

import jakarta.persistence.*;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SimpleAuxiliaryDatabaseObject;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.IdentifierGenerator;

@Entity
class Ticket {
    @Id @OwnNumbers Long id;
}

@IdGeneratorType(Own.Numbers.class)
@Retention(RetentionPolicy.RUNTIME)
@interface OwnNumbers {}

class Own {

    public static class Numbers implements IdentifierGenerator {

        @Override
        public void registerExportables(Database database) {
            var namespace = database.getDefaultNamespace();
            Identifier name = Identifier.toIdentifier("ticket_numbers");
            if (namespace.locateSequence(name) == null) {
                namespace.createSequence(
                        name,
                        physical -> new org.hibernate.boot.model.relational.Sequence(
                                "own", null, null, physical, 100, 5));
                database.addAuxiliaryDatabaseObject(new SimpleAuxiliaryDatabaseObject(
                        namespace,
                        "create sequence \"Other Numbers\" start 7 increment by -3 minvalue -1000 maxvalue 7",
                        "drop sequence \"Other Numbers\"",
                        java.util.Set.of()));
            }
        }

        @Override
        public Object generate(SharedSessionContractImplementor session, Object owner) {
            return 1L;
        }
    }
}
