// only: 6.6, 7.4 (Hibernate 8 reads no hbm.xml)
// An association to any entity, and a secondary table that is a query, in Hibernate's own XML.
package oracle.hbm_any;

/* oracle/hbm_any/model.hbm.xml
<?xml version="1.0" encoding="UTF-8"?>
<hibernate-mapping xmlns="http://www.hibernate.org/xsd/orm/hbm" package="oracle.hbm_any" default-access="field">
    <class name="Holder">
        <id name="id" type="long"/>
        <any name="thing" id-type="long" meta-type="string">
            <meta-value value="S" class="Sword"/>
            <meta-value value="H" class="Hammer"/>
            <column name="thing_kind" length="1"/>
            <column name="thing_id"/>
        </any>
        <join table="numbers">
            <subselect>select 1 as holder_id, 2 as number</subselect>
            <key column="holder_id"/>
            <property name="number"/>
        </join>
    </class>
    <class name="Sword">
        <id name="id" type="long"/>
    </class>
    <class name="Hammer">
        <id name="id" type="long"/>
    </class>
</hibernate-mapping>
*/
class Holder {
    Long id;
    Object thing;
    Integer number;
}

class Sword {
    Long id;
}

class Hammer {
    Long id;
}
