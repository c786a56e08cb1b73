package dev.albedo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where each table and column comes from, and what {@code @RenamedFrom} says of it, is in the snapshot. */
class OriginsTest {

    @TempDir
    Path directory;

    private Snapshot compiled(Hibernates hibernate, List<String> messages, String... classes) {
        TestProject project = new TestProject(directory.resolve("app"), hibernate);
        for (String body : classes) {
            project.source("package shop;\nimport dev.albedo.RenamedFrom;\nimport jakarta.persistence.*;\n"
                    + "import java.util.*;\nimport org.hibernate.annotations.Formula;\n" + body);
        }
        assertThat(project.compile().messages()).isEqualTo(messages);
        return SnapshotReader.read(project.written(Snapshot.RESOURCE));
    }

    private void assertOrigins(Hibernates hibernate, String expected, String... classes) {
        assertThat(String.join(
                                "\n",
                                compiled(hibernate, List.of(), classes)
                                        .origins()
                                        .lines()) + "\n")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void attributesAndEmbeddables(Hibernates hibernate) {
        assertOrigins(
                hibernate,
                """
                customer = shop.Customer
                customer.b_street = shop.Customer#billing.street
                customer.b_zip = shop.Customer#billing.code.zip
                customer.best = shop.Customer#friend, shop.Customer#friendId
                customer.changed = shop.Customer#changed
                customer.id = shop.Customer#id
                customer.mail = shop.Customer#email
                customer.street = shop.Customer#home.street
                customer.version = shop.Customer#version
                customer.zip = shop.Customer#home.code.zip
                customer_note = shop.Customer[secondary]
                customer_note.id = shop.Customer#id
                customer_note.note = shop.Customer#note
                """,
                "@MappedSuperclass public abstract class Base { @Id Long id; @Version int version; }",
                "@Embeddable public record Zip(String zip) {}",
                "@Embeddable public class Address { String street; Zip code; }",
                """
                @Entity @SecondaryTable(name = "customer_note")
                public class Customer extends Base {
                    @Column(name = "mail") String email;
                    @Embedded Address home;
                    @Embedded
                    @AttributeOverride(name = "street", column = @Column(name = "b_street"))
                    @AttributeOverride(name = "code.zip", column = @Column(name = "b_zip"))
                    Address billing;
                    @ManyToOne @JoinColumn(name = "best") Customer friend;
                    @Column(name = "best", insertable = false, updatable = false) Long friendId;
                    @Column(table = "customer_note") String note;
                    @Formula("1") int one;
                    @Temporal(TemporalType.TIMESTAMP) Date changed;
                    @Transient String nothing;
                }
                """);
    }

    @ParameterizedTest
    @EnumSource
    void collections(Hibernates hibernate) {
        assertOrigins(
                hibernate,
                """
                address = shop.Customer#addresses[]
                address.k = shop.Customer#addresses[].key()
                address.owner = shop.Customer#addresses[].owner()
                address.street = shop.Customer#addresses[].street
                customer = shop.Customer
                customer.id = shop.Customer#id
                customer_phones = shop.Customer#phones[]
                customer_phones.customer_id = shop.Customer#phones[].owner()
                customer_phones.phones = shop.Customer#phones[].value()
                customer_phones.phones_order = shop.Customer#phones[].index()
                customer_tag = shop.Customer#tags[]
                customer_tag.customers_id = shop.Customer#tags[].owner()
                customer_tag.tags_id = shop.Customer#tags[].value()
                purchase = shop.Purchase
                purchase.buyer = shop.Purchase#customer
                purchase.giver_id = shop.Customer#gifts[].owner()
                purchase.id = shop.Purchase#id
                tag = shop.Tag
                tag.id = shop.Tag#id
                """,
                "@Embeddable public class Address { String street; }",
                """
                @Entity
                public class Customer {
                    @Id Long id;
                    @ElementCollection @OrderColumn List<String> phones;
                    @ElementCollection @CollectionTable(name = "address", joinColumns = @JoinColumn(name = "owner"))
                    @MapKeyColumn(name = "k") Map<String, Address> addresses;
                    @ManyToMany Set<Tag> tags;
                    @OneToMany(mappedBy = "customer") Set<Purchase> purchases;
                    @OneToMany @JoinColumn(name = "giver_id") Set<Purchase> gifts;
                }
                """,
                "@Entity public class Tag { @Id Long id; @ManyToMany(mappedBy = \"tags\") Set<Customer> customers; }",
                "@Entity public class Purchase { @Id Long id; @ManyToOne @JoinColumn(name = \"buyer\") Customer customer; }");
    }

    @ParameterizedTest
    @EnumSource
    void keysOfSeveralColumns(Hibernates hibernate) {
        assertOrigins(
                hibernate,
                """
                item = shop.Item
                item.no = shop.Item#id.no
                item.shop = shop.Item#id.shop
                line = shop.Line
                line.item_no = shop.Line#item.no
                line.item_shop = shop.Line#item.shop
                line.nr = shop.Line#nr
                line.page = shop.Line#page
                """,
                "@Embeddable public record ItemId(int shop, int no) {}",
                "@Entity public class Item { @EmbeddedId ItemId id; }",
                "public class LineId { int page; int nr; public boolean equals(Object o) { return this == o; }"
                        + " public int hashCode() { return nr; } }",
                """
                @Entity @IdClass(LineId.class)
                public class Line {
                    @Id int page;
                    @Id int nr;
                    @ManyToOne
                    @JoinColumn(name = "item_shop", referencedColumnName = "shop")
                    @JoinColumn(name = "item_no", referencedColumnName = "no")
                    Item item;
                }
                """);
    }

    private static String[] payments(String strategy) {
        return new String[] {
            "@Entity @Inheritance(strategy = InheritanceType." + strategy
                    + ") public abstract class Payment { @Id Long id; int amount; }",
            "@Entity public class CardPayment extends Payment { String number; }",
            "@Entity public class CashPayment extends Payment { String till; }"
        };
    }

    @ParameterizedTest
    @EnumSource
    void aSingleTable(Hibernates hibernate) {
        assertOrigins(hibernate, """
                payment = shop.Payment
                payment.amount = shop.Payment#amount
                payment.id = shop.Payment#id
                payment.number = shop.CardPayment#number
                payment.till = shop.CashPayment#till
                """, payments("SINGLE_TABLE"));
    }

    @ParameterizedTest
    @EnumSource
    void joinedTables(Hibernates hibernate) {
        assertOrigins(hibernate, """
                cardpayment = shop.CardPayment
                cardpayment.id = shop.CardPayment#id
                cardpayment.number = shop.CardPayment#number
                cashpayment = shop.CashPayment
                cashpayment.id = shop.CashPayment#id
                cashpayment.till = shop.CashPayment#till
                payment = shop.Payment
                payment.amount = shop.Payment#amount
                payment.id = shop.Payment#id
                """, payments("JOINED"));
    }

    @ParameterizedTest
    @EnumSource
    void aTableForEachClass(Hibernates hibernate) {
        assertOrigins(hibernate, """
                cardpayment = shop.CardPayment
                cardpayment.amount = shop.Payment#amount
                cardpayment.id = shop.Payment#id
                cardpayment.number = shop.CardPayment#number
                cashpayment = shop.CashPayment
                cashpayment.amount = shop.Payment#amount
                cashpayment.id = shop.Payment#id
                cashpayment.till = shop.CashPayment#till
                """, payments("TABLE_PER_CLASS"));
    }

    @ParameterizedTest
    @EnumSource
    void sequences(Hibernates hibernate) {
        assertThat(compiled(
                                hibernate,
                                List.of(),
                                "@MappedSuperclass public abstract class Base { @Id @GeneratedValue Long id; }",
                                "@Entity public class Customer extends Base {}",
                                "@Entity @SequenceGenerator(name = \"nrs\", sequenceName = \"NRS\")"
                                        + " public class Bill { @Id @GeneratedValue(generator = \"nrs\") Long nr; }",
                                "@Entity public class Offer { @Id @GeneratedValue(generator = \"nrs\") Long nr; }",
                                "@Entity public class Tag { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id; }",
                                "@Entity public class Key { @Id @GeneratedValue UUID id; }",
                                "@Entity public class Row { @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id; }",
                                "@Entity public class Own { @Id @GeneratedValue @NoSequence Long id; }",
                                """
                                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                                @org.hibernate.annotations.IdGeneratorType(NoSequenceGenerator.class)
                                public @interface NoSequence {}
                                """,
                                """
                                public class NoSequenceGenerator implements org.hibernate.id.IdentifierGenerator {
                                    @Override
                                    public Object generate(
                                            org.hibernate.engine.spi.SharedSessionContractImplementor session, Object entity) {
                                        return 1L;
                                    }
                                }
                                """)
                        .origins()
                        .lines())
                .filteredOn(line -> line.endsWith("sequence()"))
                .containsExactly(
                        "customer_seq = shop.Customer#id.sequence()",
                        "nrs = shop.Bill#nr.sequence(), shop.Offer#nr.sequence()");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "V8_0") // its Envers is not published
    void audited(Hibernates hibernate) {
        assertThat(compiled(
                                hibernate,
                                List.of(),
                                "@Entity @org.hibernate.envers.Audited public class Customer { @Id Long id;"
                                        + " @Column(name = \"mail\") String email; }")
                        .origins()
                        .lines())
                .contains(
                        "customer.mail = shop.Customer#email",
                        "customer_aud = shop.Customer_AUD",
                        "customer_aud.id = shop.Customer_AUD#originalId.id",
                        "customer_aud.mail = shop.Customer_AUD#email");
    }

    @ParameterizedTest
    @EnumSource
    void oldNames(Hibernates hibernate) {
        Snapshot snapshot = compiled(
                hibernate,
                List.of(),
                "@MappedSuperclass public abstract class Base { @RenamedFrom(\"nr\") @Id Long id; }",
                "@Embeddable public record Zip(@RenamedFrom(\"plz\") String zip) {}",
                "@Embeddable public class Address { @RenamedFrom(\"road\") String street; Zip code; }",
                """
                @Entity @RenamedFrom("person")
                public class Customer extends Base {
                    @RenamedFrom("mail") String email;
                    @Embedded Address home;
                    @ElementCollection @RenamedFrom("person_phones") Set<String> phones;
                    @ElementCollection Set<Address> others;
                    @RenamedFrom("buddy") @ManyToOne Customer friend;
                }
                """,
                """
                @Entity @Access(AccessType.PROPERTY)
                public class Tag {
                    private Long id;
                    private String text;
                    @Id public Long getId() { return id; }
                    public void setId(Long id) { this.id = id; }
                    @RenamedFrom("label") public String getText() { return text; }
                    public void setText(String text) { this.text = text; }
                }
                """);

        assertThat(snapshot.oldNames().entrySet().stream().map(entry -> entry.getKey() + " was " + entry.getValue()))
                .containsExactly(
                        "customer was person",
                        "customer.email was mail",
                        "customer.friend_id was buddy",
                        "customer.id was nr",
                        "customer.street was road",
                        "customer.zip was plz",
                        "customer_others.street was road",
                        "customer_others.zip was plz",
                        "customer_phones was person_phones",
                        "tag.text was label");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "V8_0") // its Envers is not published
    void oldNamesReachWhatIsAudited(Hibernates hibernate) {
        Snapshot snapshot = compiled(
                hibernate,
                List.of(),
                "@Embeddable public class Address { @RenamedFrom(\"road\") String street; }",
                """
                @Entity @RenamedFrom("person") @org.hibernate.envers.Audited
                public class Customer {
                    @RenamedFrom("nr") @Id Long id;
                    @RenamedFrom("mail") String email;
                    @RenamedFrom("secret") @org.hibernate.envers.NotAudited String password;
                    @Embedded Address home;
                    @ElementCollection @RenamedFrom("person_phones") Set<String> phones;
                }
                """,
                """
                @Entity @RenamedFrom("label") @org.hibernate.envers.Audited @org.hibernate.envers.AuditTable("old_tags")
                public class Tag {
                    @Id Long id;
                    @RenamedFrom("words") String text;
                }
                """);

        assertThat(snapshot.oldNames().entrySet().stream().map(entry -> entry.getKey() + " was " + entry.getValue()))
                .containsExactly(
                        "customer was person",
                        "customer.email was mail",
                        "customer.id was nr",
                        "customer.password was secret",
                        "customer.street was road",
                        "customer_aud was person_aud",
                        "customer_aud.email was mail",
                        "customer_aud.id was nr",
                        "customer_aud.street was road",
                        "customer_phones was person_phones",
                        "customer_phones_aud was person_phones_aud",
                        "old_tags.text was words",
                        "tag was label",
                        "tag.text was words");
    }

    @ParameterizedTest
    @EnumSource
    void anOldNameWhereItSaysNothing(Hibernates hibernate) {
        Snapshot snapshot = compiled(
                hibernate,
                List.of(
                        "CardPayment.java:6: warning: @RenamedFrom on shop.CardPayment has no effect: shop.CardPayment"
                                + " is not mapped to a single column or to its own table. Remove it",
                        "Payment.java:6: warning: @RenamedFrom on shop.Payment#home has no effect: shop.Payment#home"
                                + " is not mapped to a single column or to its own table. Remove it"),
                "@Embeddable public class Address { String street; String city; }",
                "@Entity public class Payment { @Id Long id; @RenamedFrom(\"place\") Address home; }",
                "@Entity @RenamedFrom(\"card\") public class CardPayment extends Payment { String number; }");

        assertThat(snapshot.oldNames()).isEmpty();
    }
}
