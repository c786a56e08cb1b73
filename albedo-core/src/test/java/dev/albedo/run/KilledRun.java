package dev.albedo.run;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A process that runs up to an event, says so, and waits to be killed. */
final class KilledRun {

    private KilledRun() {}

    /** Arguments: the URL, the {@link FaultCase}, and the number of the event. */
    public static void main(String[] args) throws SQLException {
        FaultCase scenario = FaultCase.valueOf(args[1]);
        int last = Integer.parseInt(args[2]);
        Tap tap = new Tap(() -> DriverManager.getConnection(args[0]), true, (event, connection) -> {
            if (event == last) {
                System.out.println("at " + event);
                waitForever();
            }
        });
        FaultCase.run(scenario.migrator(tap), scenario.broken);
        System.out.println("done");
    }

    private static void waitForever() {
        while (true) {
            Sleep.sleep(Duration.ofHours(1), "the wait for the end");
        }
    }
}
