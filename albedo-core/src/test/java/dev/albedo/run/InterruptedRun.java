package dev.albedo.run;

import java.sql.DriverManager;

/** A process that runs the migrations of {@link InterruptTest} and says what it is told. */
final class InterruptedRun {

    private InterruptedRun() {}

    /** Argument: the URL. */
    public static void main(String[] args) {
        RunListener listener = new RunListener() {
            @Override
            public void interrupted(String standing) {
                System.out.println(standing.replace('\n', ' '));
            }
        };
        new Migrator(
                        () -> DriverManager.getConnection(args[0]),
                        InterruptTest.migrations("sql"),
                        RunSettings.DEFAULT,
                        listener)
                .migrate("head");
    }
}
