// Everything said in XML.
package oracle.orm_xml;

import jakarta.persistence.*;

/* oracle/orm_xml/orm.xml
<?xml version="1.0" encoding="UTF-8"?>
<entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
    <sequence-generator name="book" sequence-name="book_numbers" allocation-size="10"/>
    <entity class="oracle.orm_xml.Book" access="FIELD">
        <table name="books">
            <unique-constraint name="uq_named_isbn">
                <column-name>isbn</column-name>
            </unique-constraint>
            <index name="ix_named_title" column-list="title"/>
        </table>
        <attributes>
            <id name="id">
                <generated-value strategy="SEQUENCE" generator="book"/>
            </id>
            <basic name="title">
                <column name="title" length="120" nullable="false"/>
            </basic>
            <basic name="isbn">
                <column name="isbn" length="13"/>
            </basic>
            <basic name="binding">
                <enumerated>STRING</enumerated>
            </basic>
            <many-to-one name="author" optional="false">
                <join-column name="author_id"/>
                <foreign-key name="fk_named_author"/>
            </many-to-one>
            <element-collection name="words">
                <column name="word" length="30"/>
                <collection-table name="book_words">
                    <join-column name="book_id"/>
                </collection-table>
            </element-collection>
        </attributes>
    </entity>
    <entity class="oracle.orm_xml.Author" access="FIELD">
        <attributes>
            <id name="id"/>
            <embedded name="name">
                <attribute-override name="first">
                    <column name="given_name"/>
                </attribute-override>
            </embedded>
        </attributes>
    </entity>
    <embeddable class="oracle.orm_xml.Name" access="FIELD">
        <attributes>
            <basic name="first"/>
            <basic name="last"/>
        </attributes>
    </embeddable>
</entity-mappings>
*/
class Book {
    Long id;
    String title;
    String isbn;
    Binding binding;
    Author author;
    java.util.Set<String> words;
}

enum Binding {
    HARD,
    SOFT
}

class Author {
    Long id;
    Name name;
}

class Name {
    String first;
    String last;
}
