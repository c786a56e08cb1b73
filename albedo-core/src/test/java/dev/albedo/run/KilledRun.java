package dev.albedo.run;

import java.sql.DriverManager;
import java.sql.SQLException;

/** A process that runs up to an event, says so, and waits to be killed. */
final class KilledRun {

    private KilledRun() {}

    /** Arguments: the URL, the direction, and the number of the event. */
    public static void main(String[] args) throws SQLException {
        int last = Integer.parseInt(args[2]);
        Tap tap = new Tap(() -> DriverManager.getConnection(args[0]), true, (event, connection) -> {
            if (event == last) {
                System.out.println("at " + event);
                waitForever();
            }
        });
        FaultTest.run(FaultTest.migrator(tap), Direction.valueOf(args[1]));
        System.out.println("done");
    }

    private static void waitForever() {
        while (true) {
            Sleep.sleep(java.time.Duration.ofHours(1), "the wait for the end");
        }
    }
}
