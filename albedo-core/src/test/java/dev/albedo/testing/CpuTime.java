package dev.albedo.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU seconds of processes, from {@code /proc}: see proc(5). Linux only. */
final class CpuTime {

    private static final double TICKS_PER_SECOND = 100;

    private CpuTime() {}

    /** What the processes that this JVM started, and that have ended, used, and those that they started in turn. */
    static double ofEndedChildren() throws IOException {
        return ofEndedChildren(ProcessHandle.current().pid());
    }

    /** What a process and all its children, living and ended, have used so far. */
    static double ofFamily(ProcessHandle parent) throws IOException {
        double ended;
        double living;
        do { // until no child ends meanwhile: that one would be counted twice, or never
            ended = ofEndedChildren(parent.pid());
            living = own(parent.pid());
            for (ProcessHandle child : parent.children().toList()) {
                living += Files.exists(stat(child.pid())) ? own(child.pid()) : 0;
            }
        } while (ended != ofEndedChildren(parent.pid()));
        return ended + living;
    }

    /** The fields utime and stime. */
    private static double own(long pid) throws IOException {
        return seconds(pid, 14);
    }

    /** The fields cutime and cstime. */
    private static double ofEndedChildren(long pid) throws IOException {
        return seconds(pid, 16);
    }

    /** The sum of two fields, of which the first has this number; the second, in parentheses, may have blanks in it. */
    private static double seconds(long pid, int first) throws IOException {
        String text = Files.readString(stat(pid));
        String[] fromThird = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return Stream.of(fromThird)
                        .skip(first - 3L)
                        .limit(2)
                        .mapToLong(Long::parseLong)
                        .sum()
                / TICKS_PER_SECOND;
    }

    private static Path stat(long pid) {
        return Path.of("/proc", String.valueOf(pid), "stat");
    }
}
