def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
String known = "which this project does not have; get the version of the project that has it, for example by a pull or another branch"
situation.failedWith(
        "the database has revision bbbbbbbbbbbb, " + known,
        "The database has revision bbbbbbbbbbbb (M2), which this project does not have:"
                + " get the version of the project that has it, then run mvn albedo:create again",
        "the database has revision bbbbbbbbbbbb, " + known)
assert situation.log =~ /Applied, but not in this project:\R\[INFO\]   bbbbbbbbbbbb  M2\R\[INFO\] Get the version of the project that has bbbbbbbbbbbb first/
assert situation.query("select revision from albedo_history order by 1") == ["aaaaaaaaaaaa", "bbbbbbbbbbbb"]
assert situation.query("select attname from pg_attribute where attrelid = 'customer'::regclass and attnum > 0 order by 1") == ["email", "id", "name"]
assert situation.migrations() == []
return true
