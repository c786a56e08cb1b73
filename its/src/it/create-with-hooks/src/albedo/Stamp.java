import java.nio.file.Files;
import java.nio.file.Path;

/** Stands for a tool of the project. */
class Stamp {
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        Files.writeString(file, Files.readString(file) + "// " + arguments[1] + " the tool\n");
        System.out.println("stamped " + Path.of("").toAbsolutePath().relativize(file).toString().replace('\\', '/'));
    }
}
