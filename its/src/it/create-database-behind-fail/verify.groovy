def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith(~/The database is behind: 1 revision is pending, [0-9a-f]{12} \(M\d{14}_First\)\. Run mvn albedo:migrate, then mvn albedo:create again/)
assert situation.migrations().size() == 1
assert situation.tables() == []
return true
