package dev.albedo.processor.report;

import java.io.IOException;
import java.util.Collection;

/** The texts of the processor. Those about the model are Hibernate's, those about the graph are the graph's. */
public final class Message {

    private static final String PASTE = "declare albedo-maven-plugin with <extensions>true</extensions>, or paste"
            + " <compilerArgs><arg>-Aalbedo.inputs=${project.build.directory}/albedo/inputs.properties</arg></compilerArgs>"
            + " into the configuration of maven-compiler-plugin and bind the goal albedo:inputs";

    private Message() {}

    public static String noInputs() {
        return "Albedo cannot read the model while javac runs, because javac does not tell a processor the class path: "
                + PASTE;
    }

    public static String unreadableInputs(String reason) {
        return "Albedo cannot read what the option albedo.inputs names: " + reason + "; " + PASTE;
    }

    public static String unknownOption(String name) {
        return "There is no option -A" + name
                + ": Albedo's processor has -Aalbedo.inputs only, other options are those of albedo-maven-plugin";
    }

    public static String noJavac() {
        return "Albedo reads the model when javac has written the classes, and this compiler is not javac;"
                + " the goals of albedo-maven-plugin read it instead";
    }

    public static String defect(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return "Albedo failed: " + thrown + (trace.length == 0 ? "" : " at " + trace[0])
                + "; this is a bug in Albedo, please report it";
    }

    public static String notReadable(IOException thrown) {
        return "Albedo cannot read or write a file: " + thrown;
    }

    public static String notAClass(String name) {
        return name + " cannot be a revision: only a class can";
    }

    public static String notAMigration(String name) {
        return name + " is a revision and must implement dev.albedo.Migration";
    }

    public static String isAbstract(String name) {
        return name + " is a revision and must not be abstract";
    }

    public static String isInner(String name) {
        return name + " is a revision inside another class and must be static";
    }

    public static String notPublic(String name) {
        return name + " is a revision and must be public";
    }

    public static String noConstructor(String name) {
        return name + " is a revision and must have a public constructor without parameters";
    }

    public static String unreadableList(String reason) {
        return "Albedo cannot read a list of migrations: " + reason;
    }

    public static String severalHeads(Collection<String> heads) {
        return "the revisions have " + heads.size() + " heads, " + String.join(" and ", heads)
                + ", so nobody knows which comes last; make one the parent of the other, or merge them";
    }
}
