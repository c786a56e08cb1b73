package dev.albedo.processor.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is to blame for a model that cannot be read. */
class ReasonTest {

    private static String reason(RuntimeException thrown, String... classesOfTheTrace) {
        StackTraceElement[] trace = new StackTraceElement[classesOfTheTrace.length];
        for (int i = 0; i < trace.length; i++) {
            trace[i] = new StackTraceElement(classesOfTheTrace[i], "read", null, 7);
        }
        thrown.setStackTrace(trace);
        return Reason.named(Reason.of(thrown, List.of("shop.Customer"))).message();
    }

    @Test
    void aMistakeOfOursIsOurs() {
        assertThat(reason(
                        new NullPointerException("the key is null"),
                        "java.util.Objects",
                        "dev.albedo.processor.hibernate.bridge.SchemaReader",
                        "org.hibernate.mapping.Table"))
                .startsWith("Hibernate has mapped the model, but Albedo cannot read it: the key is null at")
                .endsWith(". This is a bug in Albedo, please report it with this line");
    }

    @Test
    void aMistakeOfHibernateOrOfTheModelIsNot() {
        assertThat(reason(
                        new NullPointerException("the key is null"),
                        "org.hibernate.mapping.Table",
                        "dev.albedo.processor.hibernate.bridge.ModelBridge"))
                .isEqualTo("Hibernate cannot map the model: the key is null");
        assertThat(reason(new ClassCastException("shop.Customer is no Person"), "shop.CustomerType"))
                .isEqualTo("Hibernate cannot map Customer: shop.Customer is no Person");
    }

    @Test
    void whatAlbedoRefusesIsNoMistake() {
        assertThat(reason(
                        new IllegalStateException("the setting hibernate.dialect names X"),
                        "dev.albedo.processor.hibernate.bridge.ModelBridge"))
                .isEqualTo("Hibernate cannot map the model: the setting hibernate.dialect names X");
    }
}
