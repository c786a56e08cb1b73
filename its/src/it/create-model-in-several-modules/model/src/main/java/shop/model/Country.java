package shop.model;

/** Mapped in META-INF/orm.xml. */
public class Country {
    String code;
    String name;
}
