def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
assert situation.failures() == ['cannot connect to the database: FATAL: password authentication failed for user "guarded"; check user and password'] * 2
// Not even with -X and a stack trace.
assert !situation.log.contains("not-the-password")
assert !situation.log.contains("sesame-open")
situation.changedNothing()
return true
