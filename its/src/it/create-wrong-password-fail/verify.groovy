def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
String refused = "Connection to 127.0.0.1:1 refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections."
assert situation.failures() == ['cannot connect to the database: FATAL: password authentication failed for user "guarded"; check user and password'] * 2 +
        ["cannot connect to the database: " + refused + "; is the server running and reachable from here?"] * 2
// Not even with -X and a stack trace.
assert !situation.log.contains("not-the-password")
assert !situation.log.contains("sesame-")
situation.changedNothing()
return true
