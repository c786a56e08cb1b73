def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith("A rollback script needs a target: use -Dto=<revision>, or -Dto=base for all")
assert situation.log.contains("Not in the script: step 3 of revision bbbbbbbbbbbb (M2) (run step: send each customer a letter) is Java code")
String up = new File(basedir, "target/albedo/script.sql").text
assert up.contains("applies 2 revisions, from base to head")
assert up.count("BEGIN;\n") == up.count("COMMIT;\n")
// Outside of a transaction, between settings of the session.
assert up =~ /\nCREATE INDEX CONCURRENTLY [^;]*;\n/
String before = up.substring(0, up.indexOf("\nCREATE INDEX CONCURRENTLY "))
assert before.count("BEGIN;\n") > 0
assert before.count("BEGIN;\n") == before.count("COMMIT;\n")
assert up.contains("-- MISSING: step 3 of revision bbbbbbbbbbbb (M2) (run step: send each customer a letter) is Java code; do it here by hand")
String down = new File(basedir, "target/down.sql").text
assert down.contains("takes back 1 revision, from head to -1")
assert down.contains("It needs psql")
assert down.contains(" \\gexec\n")
assert down.contains("DELETES DATA: column customer.email")
return true
