package dev.albedo.maven.goal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.report.GoalException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationNameTest {

    private static final Instant CREATED = Instant.parse("2026-11-22T21:30:05Z");

    private static String className(String name, Instant created, String goal) {
        return new ClassNamePattern(ClassNamePattern.DEFAULT).className(name, created, "8f3c1a9b27d4", goal);
    }

    @ParameterizedTest
    @CsvSource({
        "V{epoch}__{slug}, V1795383005__add_2nd_email",
        "R{id}, R8f3c1a9b27d4",
        "{Name}{year}{month}{day}, Add2ndEmail20261122",
        "At{hour}{minute}{second}, At213005",
    })
    void isMadeAsAPatternSays(String pattern, String expected) {
        assertThat(new ClassNamePattern(pattern).className("Add 2nd email", CREATED, "8f3c1a9b27d4", "create"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{id}", "{year}_{Name}", "{slug}-{id}", "a.{Name}", "class", "record", ""})
    void isRefusedIfNoClassCanHaveIt(String pattern) {
        assertThatThrownBy(() -> new ClassNamePattern(pattern).check("add email", CREATED, "create"))
                .isInstanceOf(GoalException.class)
                .hasMessageMatching(
                        "albedo\\.classNamePattern is \\Q" + pattern + "\\E, which gives .*, not a Java class name:"
                                + " begin with a letter and use letters, digits and _, as in"
                                + " \\QM{year}{month}{day}{hour}{minute}{second}_{Name}\\E");
    }

    @Test
    void isRefusedIfItsPatternSaysWhatIsNotKnown() {
        assertThatThrownBy(() -> new ClassNamePattern("M{revision}").check("add email", CREATED, "create"))
                .isInstanceOf(GoalException.class)
                .hasMessage("albedo.classNamePattern is M{revision}, but {revision} is unknown; use {year},"
                        + " {month}, {day}, {hour}, {minute}, {second}, {epoch}, {id}, {slug}, {Name}");
    }

    @ParameterizedTest
    @CsvSource({
        "add email to customer, AddEmailToCustomer",
        "add-email_to.customer, AddEmailToCustomer",
        "'  Größe des Café  ', GrosseDesCafe",
        "drop 2nd table, Drop2ndTable",
        "customer's keepURL, CustomersKeepURL",
        "42, 42",
        "добавить почту клиента, DobavitPochtuKlienta",
        "Щёлкнуть объявление, ShchyolknutObyavlenie",
        "Додати їжу, DodatiYizhu",
        "Προσθήκη πελάτη, ProsthikiPelati",
        "Zażółć gęślą jaźń, ZazolcGeslaJazn",
        "Ændre Ørsted, AendreOrsted",
        "ﬁx № ２, FixNo2",
        "add ٤٢ rows, Add42Rows",
    })
    void isSaidInWords(String name, String camel) {
        assertThat(className(name, CREATED, "create")).isEqualTo("M20261122213005_" + camel);
    }

    @ParameterizedTest
    @CsvSource({
        "添加 email, '添, 加'",
        "add 漢字, '漢, 字'",
        "이메일 추가, '이, 메, 일, 추, 가'",
        "أضف بريد, 'أ, ض, ف, ب, ر, ي, د'",
    })
    void isRefusedRatherThanCutShort(String name, String unspelled) {
        assertThatThrownBy(() -> className(name, CREATED, "create"))
                .isInstanceOf(GoalException.class)
                .hasMessage("The name \"" + name
                        + "\" has letters that are not portable in file names (" + unspelled + "): use Latin,"
                        + " Greek or Cyrillic letters, for example mvn"
                        + " albedo:create -Dname=\"add email to customer\"");
    }

    @Test
    void isAsLongAsAFileNameMayBe() {
        assertThat(className("word ".repeat(100), CREATED, "create"))
                .hasSizeLessThan(150)
                .endsWith("WordWord");
    }

    @Test
    void isRequired() {
        assertThatThrownBy(() -> className(" ", CREATED, "create-empty"))
                .isInstanceOf(GoalException.class)
                .hasMessage("The migration has no name: describe the change, for example mvn albedo:create-empty"
                        + " -Dname=\"add email to customer\"");
        assertThatThrownBy(() -> className("?!", CREATED, "create"))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The name \"?!\" has no letter or digit for a class name: describe");
    }
}
