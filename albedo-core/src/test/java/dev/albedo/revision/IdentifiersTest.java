package dev.albedo.revision;

import static dev.albedo.revision.GraphText.graph;
import static dev.albedo.revision.GraphText.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {

    @ParameterizedTest(name = "{0}: {2} at {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph                              | applied   | name    | means
            abc1 abd2<abc1                       | ''        | abd2    | abd2
            abc1 abd2<abc1                       | ''        | abd     | abd2
            abc abcd<abc                         | ''        | abc     | abc
            a b<a                                | ''        | b       | b
            a b<a                                | ''        | head    | b
            ''                                   | ''        | head    | ''
            a b<a c<a                            | ''        | heads   | b c
            a b<a c<a                            | a b c     | base    | ''
            a b<a c<a                            | a b c     | current | b c
            a b<a c<a                            | ''        | current | ''
            a b<a c<b                            | ''        | +1      | a
            a b<a c<b                            | ''        | +3      | c
            a b<a c<b                            | a         | +1      | b
            a b<a c<b                            | a b       | -1      | a
            a b<a c<b                            | a b       | -2      | ''
            a b<a c<b                            | a b       | +0      | b
            aaaa bbbb<aaaa cccc<bbbb             | ''        | aaaa+2  | cccc
            aaaa bbbb<aaaa cccc<bbbb             | ''        | ccc-1   | bbbb
            aaaa bbbb<aaaa cccc<bbbb             | ''        | head-1  | bbbb
            aaaa bbbb<aaaa cccc<bbbb             | ''        | base+1  | aaaa
            """)
    void resolves(String text, String applied, String name, String expected) {
        assertThat(new Identifiers(graph(text), set(applied)).resolve(name)).isEqualTo(new TreeSet<>(set(expected)));
    }

    @ParameterizedTest(name = "{0}: {2} at {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph          | applied | name  | message
            a b<a            | ''      | nope  | there is no revision "nope" in this project; its head is b (Mb)
            ''               | ''      | nope  | there is no revision "nope" in this project; it has none yet
            abc1 abd2<abc1   | ''      | ab    | there is no revision "ab" in this project; its head is abd2 (Mabd2)
            abc1 abc2<abc1   | ''      | abc   | "abc" can be abc1 (Mabc1), abc2 (Mabc2); write more of the id
            a b<a c<a        | ''      | head  | there are 2 heads: b (Mb), c (Mc); give one of them another parent, or name the head you want
            a b<a c<a        | a       | +1    | "+1" can lead to each of b (Mb), c (Mc) after a (Ma); name the one you want
            a b              | ''      | +1    | "+1" can lead to each of a (Ma), b (Mb) at the base; name the one you want
            a b<a            | a       | +3    | "+3" leads too far: nothing comes after b (Mb), 1 step on
            a b<a            | a b     | -3    | "-3" is 1 below the first revision
            a b<a c<a d<b,c  | a b c d | -1    | "-1" can lead to each of b (Mb), c (Mc) before d (Md); name the one you want
            a b<a c<a        | a b c   | -1    | "-1" can be counted from each of b, c; put the one you mean before it, like b-1
            """)
    void refuses(String text, String applied, String name, String message) {
        assertThatThrownBy(() -> new Identifiers(graph(text), set(applied)).resolve(name))
                .isInstanceOf(RevisionException.class)
                .hasMessage(message);
    }
}
