// Mappings in the XML of Jakarta Persistence.
import java.util.*;

// model: orm_collections
/* oracle/orm_collections/orm.xml
<?xml version="1.0" encoding="UTF-8"?>
<entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
    <entity class="oracle.orm_collections.A" access="FIELD">
        <attributes>
            <id name="id"><generated-value strategy="IDENTITY"/></id>
            <element-collection name="words"><order-column name="place" nullable="false"/><column name="word" nullable="false" length="20"/></element-collection>
            <element-collection name="mapped"><map-key-column name="k" length="4"/><column name="v"/><collection-table name="a_map"><unique-constraint name="uq_named_v"><column-name>v</column-name></unique-constraint></collection-table></element-collection>
        </attributes>
    </entity>
</entity-mappings>
*/
class A { Long id; List<String> words; Map<String, Integer> mapped; }

// model: orm_associations
/* oracle/orm_associations/orm.xml
<?xml version="1.0" encoding="UTF-8"?>
<entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
    <entity class="oracle.orm_associations.A" access="FIELD">
        <attributes>
            <id name="id"/>
            <many-to-one name="b" optional="false"><join-column name="to_b"/></many-to-one>
            <one-to-many name="owned"><join-column name="owner" nullable="false"/></one-to-many>
            <one-to-one name="only"><join-column name="only_b" unique="true"/></one-to-one>
            <many-to-many name="all"><join-table name="a_all"><join-column name="a"/><inverse-join-column name="b"/></join-table></many-to-many>
        </attributes>
    </entity>
    <entity class="oracle.orm_associations.B" access="FIELD"><attributes><id name="id"/></attributes></entity>
</entity-mappings>
*/
class A { Long id; B b; Set<B> owned; B only; Set<B> all; }

class B { Long id; }

// model: orm_inheritance
/* oracle/orm_inheritance/orm.xml
<?xml version="1.0" encoding="UTF-8"?>
<entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
    <mapped-superclass class="oracle.orm_inheritance.Base" access="FIELD"><attributes><id name="id"/><version name="version"/></attributes></mapped-superclass>
    <entity class="oracle.orm_inheritance.Party" access="FIELD"><inheritance strategy="JOINED"/><discriminator-column name="kind" length="5"/><attributes><basic name="name"><column name="name" length="30"/></basic></attributes></entity>
    <entity class="oracle.orm_inheritance.Firm" access="FIELD"><table name="firms"/><primary-key-join-column name="party_id"/><discriminator-value>firm</discriminator-value><attributes><basic name="trade" optional="false"/></attributes></entity>
    <entity class="oracle.orm_inheritance.Shape" access="FIELD"><inheritance strategy="SINGLE_TABLE"/><attributes/></entity>
    <entity class="oracle.orm_inheritance.Circle" access="FIELD"><attributes><basic name="radius"/></attributes></entity>
</entity-mappings>
*/
class Base { Long id; int version; }

class Party extends Base { String name; }

class Firm extends Party { String trade; }

class Shape extends Base { }

class Circle extends Shape { double radius; }

// model: orm_secondary_and_embedded_id
/* oracle/orm_secondary_and_embedded_id/orm.xml
<?xml version="1.0" encoding="UTF-8"?>
<entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
    <entity class="oracle.orm_secondary_and_embedded_id.A" access="FIELD">
        <secondary-table name="a_more"><primary-key-join-column name="ax" referenced-column-name="x"/><primary-key-join-column name="ay" referenced-column-name="y"/></secondary-table>
        <attributes>
            <embedded-id name="id"/>
            <basic name="more"><column name="more" table="a_more" length="8"/></basic>
        </attributes>
    </entity>
    <embeddable class="oracle.orm_secondary_and_embedded_id.Key" access="FIELD"><attributes><basic name="x"/><basic name="y"><column name="y" length="3"/></basic></attributes></embeddable>
</entity-mappings>
*/
class A { Key id; String more; }

class Key implements java.io.Serializable { int x; String y; }

// model: orm_generators_and_converter
/* oracle/orm_generators_and_converter/orm.xml
<?xml version="1.0" encoding="UTF-8"?>
<entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
    <table-generator name="tg" table="counters" pk-column-name="what" value-column-name="next" pk-column-value="a" initial-value="10"/>
    <sequence-generator name="sg" sequence-name="b_numbers" initial-value="5" allocation-size="1"/>
    <entity class="oracle.orm_generators_and_converter.A" access="FIELD"><attributes><id name="id"><generated-value strategy="TABLE" generator="tg"/></id><basic name="code"><column name="code" length="6"/><convert converter="oracle.orm_generators_and_converter.CodeConverter"/></basic></attributes></entity>
    <entity class="oracle.orm_generators_and_converter.B" access="FIELD"><attributes><id name="id"><generated-value strategy="SEQUENCE" generator="sg"/></id><basic name="text"><lob/></basic><basic name="at"><temporal>DATE</temporal></basic></attributes></entity>
    <converter class="oracle.orm_generators_and_converter.CodeConverter"/>
</entity-mappings>
*/
// only: 6.6, 7.4 (Jakarta Persistence 4 has no temporal)
class A { Long id; Code code; }

class B { Long id; String text; Date at; }

class Code { }

public class CodeConverter implements jakarta.persistence.AttributeConverter<Code, String> { public String convertToDatabaseColumn(Code c) { return ""; } public Code convertToEntityAttribute(String s) { return null; } }

// model: orm_overrides_annotations
/* oracle/orm_overrides_annotations/orm.xml
<?xml version="1.0" encoding="UTF-8"?>
<entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
    <entity class="oracle.orm_overrides_annotations.A" metadata-complete="false" access="FIELD">
        <table name="other"><index name="ix_named_text" column-list="text desc"/></table>
        <attributes><basic name="text"><column name="text" length="11" nullable="false"/></basic></attributes>
    </entity>
</entity-mappings>
*/
@jakarta.persistence.Entity
class A { @jakarta.persistence.Id Long id; @jakarta.persistence.Column(length = 99) String text; int kept; }
