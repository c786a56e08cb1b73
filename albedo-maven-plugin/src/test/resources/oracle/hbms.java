// Mappings in hbm.xml, which Hibernate 8 no longer reads.
import java.util.*;

// model: hbm_keys_and_properties
// only: 6.6, 7.4 (Hibernate 8 reads no hbm.xml)
/* oracle/hbm_keys_and_properties/model.hbm.xml
<?xml version="1.0" encoding="UTF-8"?>
<hibernate-mapping xmlns="http://www.hibernate.org/xsd/orm/hbm" package="oracle.hbm_keys_and_properties" default-access="field">
    <class name="Item" table="items" check="price &gt; 0">
        <id name="id" column="item_id" type="long"><generator class="sequence"><param name="sequence_name">item_numbers</param><param name="increment_size">5</param></generator></id>
        <natural-id><property name="code" length="12"/></natural-id>
        <property name="name" not-null="true" length="40" index="ix_named_name"/>
        <property name="price" type="big_decimal" precision="9" scale="2"/>
        <property name="text" type="text"/>
        <property name="pair1" unique-key="uq_named_pair"/>
        <property name="pair2" unique-key="uq_named_pair"/>
        <property name="flag" type="yes_no"/>
        <property name="withDefault"><column name="with_default" default="7" check="with_default &lt; 100" sql-type="int4"/></property>
    </class>
</hibernate-mapping>
*/
class Item { Long id; String code; String name; java.math.BigDecimal price; String text; int pair1; Integer pair2; Boolean flag; Integer withDefault; }

// model: hbm_collections
// only: 6.6, 7.4 (Hibernate 8 reads no hbm.xml)
/* oracle/hbm_collections/model.hbm.xml
<?xml version="1.0" encoding="UTF-8"?>
<hibernate-mapping xmlns="http://www.hibernate.org/xsd/orm/hbm" package="oracle.hbm_collections" default-access="field">
    <class name="A">
        <id name="id" type="long"/>
        <set name="words" table="a_words"><key column="a" foreign-key="fk_named_words"/><element column="word" type="string" length="20" not-null="true"/></set>
        <list name="listed" table="a_listed"><key column="a"/><list-index column="place" base="1"/><element column="word" type="string"/></list>
        <map name="mapped" table="a_mapped"><key column="a"/><map-key column="k" type="string" length="5"/><element column="v" type="integer"/></map>
        <bag name="bag" table="a_bag"><key column="a"/><element column="word" type="string"/></bag>
        <idbag name="idbag" table="a_idbag"><collection-id column="entry" type="long"><generator class="increment"/></collection-id><key column="a"/><element column="word" type="string"/></idbag>
        <array name="array" table="a_array"><key column="a"/><list-index column="i"/><element column="word" type="string"/></array>
        <primitive-array name="ints" table="a_ints"><key column="a"/><list-index column="i"/><element column="n" type="integer"/></primitive-array>
    </class>
</hibernate-mapping>
*/
class A { Long id; Set<String> words; List<String> listed; Map<String, Integer> mapped; Collection<String> bag; Collection<String> idbag; String[] array; int[] ints; }

// model: hbm_associations
// only: 6.6, 7.4 (Hibernate 8 reads no hbm.xml)
/* oracle/hbm_associations/model.hbm.xml
<?xml version="1.0" encoding="UTF-8"?>
<hibernate-mapping xmlns="http://www.hibernate.org/xsd/orm/hbm" package="oracle.hbm_associations" default-access="field">
    <class name="A">
        <id name="id" type="long"/>
        <many-to-one name="b" column="b_id" not-null="true" foreign-key="fk_named_b"/>
        <many-to-one name="only" column="only_id" unique="true" class="B"/>
        <many-to-one name="loose" column="loose_id" foreign-key="none" class="B"/>
        <set name="all" table="a_b"><key column="a"/><many-to-many column="b" class="B"/></set>
        <list name="owned"><key column="owner" not-null="true"/><list-index column="place"/><one-to-many class="B"/></list>
        <set name="cascaded" inverse="true"><key column="cascaded_by" on-delete="cascade"/><one-to-many class="B"/></set>
    </class>
    <class name="B"><id name="id" type="long"/><many-to-one name="a" column="cascaded_by" class="A"/></class>
</hibernate-mapping>
*/
class A { Long id; B b; B only; B loose; Set<B> all; List<B> owned; Set<B> cascaded; }

class B { Long id; A a; }

// model: hbm_inheritance
// only: 6.6, 7.4 (Hibernate 8 reads no hbm.xml)
/* oracle/hbm_inheritance/model.hbm.xml
<?xml version="1.0" encoding="UTF-8"?>
<hibernate-mapping xmlns="http://www.hibernate.org/xsd/orm/hbm" package="oracle.hbm_inheritance" default-access="field">
    <class name="Single" discriminator-value="S"><id name="id" type="long"/><discriminator column="kind" type="character"/>
        <subclass name="SingleChild" discriminator-value="C"><property name="more"/></subclass>
    </class>
    <class name="Joined"><id name="id" type="long"/><joined-subclass name="JoinedChild" table="joined_child"><key column="joined_id"/><property name="more"/></joined-subclass></class>
    <class name="Union"><id name="id" type="long"/><union-subclass name="UnionChild" table="union_child"><property name="more"/></union-subclass></class>
</hibernate-mapping>
*/
class Single { Long id; }

class SingleChild extends Single { String more; }

class Joined { Long id; }

class JoinedChild extends Joined { String more; }

class Union { Long id; }

class UnionChild extends Union { String more; }
// set: hibernate.auto_quote_keyword=true

// model: hbm_components_and_joins
// only: 6.6, 7.4 (Hibernate 8 reads no hbm.xml)
/* oracle/hbm_components_and_joins/model.hbm.xml
<?xml version="1.0" encoding="UTF-8"?>
<hibernate-mapping xmlns="http://www.hibernate.org/xsd/orm/hbm" package="oracle.hbm_components_and_joins" default-access="field">
    <class name="A">
        <composite-id name="id" class="Key"><key-property name="x"/><key-property name="y" length="5"/></composite-id>
        <version name="version" type="integer"/>
        <component name="place" class="Place"><property name="town" not-null="true"/><property name="zip" length="5"/></component>
        <properties name="both" unique="true"><property name="one"/><property name="two"/></properties>
        <join table="a_more" optional="true"><key><column name="ax"/><column name="ay"/></key><property name="more"/></join>
        <set name="parts" table="a_parts"><key><column name="ax"/><column name="ay"/></key><composite-element class="Place"><property name="town" not-null="true"/><property name="zip"/></composite-element></set>
    </class>
</hibernate-mapping>
*/
class Key implements java.io.Serializable { int x; String y; }

class A { Key id; int version; Place place; String one; String two; String more; Set<Place> parts; }

class Place { String town; String zip; }

// model: hbm_database_object_and_typedef
// only: 6.6, 7.4 (Hibernate 8 reads no hbm.xml)
/* oracle/hbm_database_object_and_typedef/model.hbm.xml
<?xml version="1.0" encoding="UTF-8"?>
<hibernate-mapping xmlns="http://www.hibernate.org/xsd/orm/hbm" package="oracle.hbm_database_object_and_typedef" default-access="field">
    <class name="A" table="`Quoted A`">
        <comment>from XML</comment>
        <id name="id" type="long"><generator class="identity"/></id>
        <timestamp name="changed" column="changed_at"/>
        <property name="text" formula="upper('x')"/>
        <property name="commented"><column name="commented" length="9"><comment>a column of XML</comment></column></property>
    </class>
</hibernate-mapping>
*/
class A { Long id; java.util.Date changed; String text; String commented; }

// model: hbm_one_to_one
// only: 6.6, 7.4 (Hibernate 8 reads no hbm.xml)
/* oracle/hbm_one_to_one/model.hbm.xml
<?xml version="1.0" encoding="UTF-8"?>
<hibernate-mapping xmlns="http://www.hibernate.org/xsd/orm/hbm" package="oracle.hbm_one_to_one" default-access="field">
    <class name="Person"><id name="id" type="long"><generator class="native"/></id><one-to-one name="card" property-ref="holder"/><one-to-one name="face"/></class>
    <class name="Card"><id name="id" type="long"/><many-to-one name="holder" unique="true"/></class>
    <class name="Face"><id name="id" type="long"><generator class="foreign"><param name="property">person</param></generator></id><one-to-one name="person" constrained="true" foreign-key="fk_named_face"/></class>
</hibernate-mapping>
*/
class Person { Long id; Card card; Face face; }

class Card { Long id; Person holder; }

class Face { Long id; Person person; }
