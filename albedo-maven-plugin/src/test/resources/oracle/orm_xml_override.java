// XML that overrides annotations, with defaults of the unit.
package oracle.orm_xml_override;

import jakarta.persistence.*;

/* oracle/orm_xml_override/orm.xml
<?xml version="1.0" encoding="UTF-8"?>
<entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
    <entity class="oracle.orm_xml_override.City" metadata-complete="false">
        <table name="towns"/>
        <attributes>
            <basic name="name">
                <column name="town_name" length="77" nullable="false"/>
            </basic>
        </attributes>
    </entity>
</entity-mappings>
*/
@Entity
@Table(name = "cities")
class City {
    @Id Long id;
    @Column(length = 10) String name;
    @Column(unique = true) String code;
}
