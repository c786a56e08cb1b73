package dev.albedo.processor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a compiled class without loading it (Java Virtual Machine Specification, chapter 4): which annotations
 * it has, which classes it names, and a mark of its shape, which is all of it but the code.
 *
 * <p>Written to be fast in a JVM that has just started, so it decodes little: an ordinary compile pays for it.
 */
final class ClassFile {

    private static final int ACC_STATIC = 0x0008;
    private static final int ACC_SYNTHETIC = 0x1000;
    private static final Set<String> KEPT =
            Set.of("Signature", "RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations", "ConstantValue", "Record");

    private final byte[] bytes;
    private final int[] constants;
    private final int bodyStart;
    private final Set<String> annotations = new HashSet<>();
    private final Set<String> references = new HashSet<>();
    private final ByteArrayOutputStream shape = new ByteArrayOutputStream(1024);
    private @Nullable String sourceFile;
    private int at;

    ClassFile(byte[] bytes) {
        this.bytes = bytes;
        at = 8;
        constants = new int[u2()];
        for (int i = 1; i < constants.length; i++) {
            constants[i] = at;
            int tag = bytes[at++];
            switch (tag) {
                case 1 -> {
                    int length = u2();
                    at += length;
                }
                case 5, 6 -> {
                    at += 8;
                    i++;
                }
                case 7, 8, 16, 19, 20 -> at += 2;
                case 15 -> at += 3;
                default -> at += 4;
            }
        }
        bodyStart = at;
        type();
    }

    /** Descriptors of the annotations on the class, such as {@code Ljakarta/persistence/Entity;}. */
    Set<String> annotations() {
        return annotations;
    }

    /** The simple name of the source it was compiled from, or {@code null} if the compiler did not say. */
    @Nullable
    String sourceFile() {
        return sourceFile;
    }

    /** Binary names of the classes that its shape names. */
    Set<String> references() {
        return references;
    }

    /** Binary names of all classes it names, in its code too. */
    Set<String> allReferences() {
        Set<String> all = new HashSet<>(references);
        for (int i = 1; i < constants.length; i++) {
            if (constants[i] != 0 && bytes[constants[i]] == 7) {
                String name = utf8(u2At(constants[i] + 1));
                if (name.startsWith("[")) {
                    names(name, all);
                } else {
                    all.add(name.replace('/', '.'));
                }
            }
        }
        return all;
    }

    /** Equal for classes that differ in nothing but code. */
    String shapeMark() {
        return mark(shape.toByteArray());
    }

    /** Equal for equal bytes. */
    static String mark(byte[] content) {
        // Both are native or intrinsic from the first call on; a digest written in Java is not.
        return content.length + "-" + sum(new CRC32(), content) + "-" + sum(new Adler32(), content);
    }

    private static String sum(Checksum checksum, byte[] content) {
        checksum.update(content, 0, content.length);
        return Long.toHexString(checksum.getValue());
    }

    private void type() {
        at = bodyStart;
        keep(u2());
        className(u2());
        className(u2());
        int interfaces = u2();
        for (int i = 0; i < interfaces; i++) {
            className(u2());
        }
        members(false);
        members(true);
        attributes(true, true);
    }

    private void members(boolean methods) {
        int count = u2();
        for (int i = 0; i < count; i++) {
            int access = u2();
            int name = u2();
            int descriptor = u2();
            boolean kept = (access & ACC_SYNTHETIC) == 0 && !(methods && (access & ACC_STATIC) != 0);
            if (kept) {
                keep(access);
                keep(name, false);
                keep(descriptor, true);
            }
            attributes(kept, false);
        }
    }

    private void attributes(boolean kept, boolean ofClass) {
        int count = u2();
        for (int i = 0; i < count; i++) {
            String name = utf8(u2());
            int length = u4();
            int end = at + length;
            if (ofClass && name.equals("SourceFile")) {
                sourceFile = utf8(u2At(at));
            }
            if (kept && KEPT.contains(name)) {
                keep(name);
                switch (name) {
                    case "Signature" -> keep(u2(), true);
                    case "ConstantValue" -> constant(u2());
                    case "Record" -> components();
                    default -> annotations(ofClass);
                }
            }
            at = end;
        }
    }

    private void components() {
        int count = u2();
        for (int i = 0; i < count; i++) {
            keep(u2(), false);
            keep(u2(), true);
            attributes(true, false);
        }
    }

    private void annotations(boolean ofClass) {
        int count = u2();
        for (int i = 0; i < count; i++) {
            int type = u2();
            if (ofClass) {
                annotations.add(utf8(type));
            }
            annotation(type);
        }
    }

    private void annotation(int type) {
        keep(type, false);
        int pairs = u2();
        for (int i = 0; i < pairs; i++) {
            keep(u2(), false);
            value();
        }
    }

    private void value() {
        char tag = (char) bytes[at++];
        keep(tag);
        switch (tag) {
            case 'e' -> {
                keep(u2(), true);
                keep(u2(), false);
            }
            case 'c' -> keep(u2(), true);
            case '@' -> annotation(u2());
            case '[' -> {
                int count = u2();
                keep(count);
                for (int i = 0; i < count; i++) {
                    value();
                }
            }
            default -> constant(u2());
        }
    }

    private void constant(int index) {
        int start = constants[index];
        switch (bytes[start]) {
            case 1 -> keep(index, false);
            case 5, 6 -> shape.write(bytes, start, 9);
            case 8 -> keep(u2At(start + 1), false);
            default -> shape.write(bytes, start, 5);
        }
    }

    private void className(int index) {
        if (index != 0) {
            String name = utf8(u2At(constants[index] + 1));
            keep(name);
            references.add(name.replace('/', '.'));
        }
    }

    private void keep(int number) {
        shape.write(number >> 8);
        shape.write(number);
    }

    private void keep(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        shape.write(encoded, 0, encoded.length);
        shape.write(0);
    }

    private void keep(int utf8, boolean isDescriptor) {
        int start = constants[utf8] + 3;
        int length = u2At(constants[utf8] + 1);
        shape.write(bytes, start, length);
        shape.write(0);
        if (isDescriptor) {
            names(utf8(utf8), references);
        }
    }

    /** The classes in a descriptor or a generic signature. */
    private static void names(String descriptor, Set<String> names) {
        for (int start = descriptor.indexOf('L'); start >= 0; start = descriptor.indexOf('L', start + 1)) {
            int end = start + 1;
            while (end < descriptor.length() && ";<>:".indexOf(descriptor.charAt(end)) < 0) {
                end++;
            }
            if (end < descriptor.length() && end > start + 1 && descriptor.charAt(end) != ':') {
                names.add(descriptor.substring(start + 1, end).replace('/', '.'));
            }
        }
    }

    private String utf8(int index) {
        int start = constants[index];
        return new String(bytes, start + 3, u2At(start + 1), StandardCharsets.UTF_8);
    }

    private int u2() {
        at += 2;
        return u2At(at - 2);
    }

    private int u4() {
        int high = u2();
        return (high << 16) | u2();
    }

    private int u2At(int index) {
        return ((bytes[index] & 0xff) << 8) | (bytes[index + 1] & 0xff);
    }
}
