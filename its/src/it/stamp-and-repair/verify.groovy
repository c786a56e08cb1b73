def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
assert situation.log.contains("albedo_history and albedo_history_log were created; nothing was run")
assert situation.log.contains("+  aaaaaaaaaaaa  M1")
assert situation.log.contains("Recorded 1 revision as applied and 0 revisions as not applied; nothing was run")
assert situation.log.contains("-  aaaaaaaaaaaa  M1")
assert situation.log.contains("Dry run, nothing was changed. mvn albedo:migrate would run 1 revision, in one transaction")
String difference = "~ column customer.name: varchar(100) -> varchar(200)"
String accept = "Restore the revision and write the change as a new one; or, if the database matches the edited revision, accept it with "
situation.failedWith(
        "nothing was run, because what was applied is not what is in the project:\n" +
                "revision aaaaaaaaaaaa (M1) was edited after it had been applied:\n" +
                "  " + difference + "\n" + accept + "repair",
        "These migrations were edited after they were applied to the database:\n  aaaaaaaaaaaa (M1)\n    " +
                difference + "\n  " + accept + "mvn albedo:repair",
        "nothing is to be repaired: no applied revision was edited",
        "no step is in doubt, so nothing was changed; mvn albedo:status says how things stand")
assert situation.log =~ /(?s)"ok": false.*"edited": \[\s*\{\s*"id": "aaaaaaaaaaaa",\s*"name": "M1",\s*"difference": \[\s*"~ column customer\.name: /
assert situation.log.contains("Repaired 1 revision; nothing was run")
assert situation.log.contains("Dry run, nothing was changed. mvn albedo:rollback would roll back 1 revision")
assert situation.tables() == ["albedo_history", "albedo_history_log", "customer"]
assert situation.query("select concat_ws(' ', event, outcome, revision) from albedo_history_log where event <> 'run' order by id") == [
        "stamp done aaaaaaaaaaaa", "unstamp done aaaaaaaaaaaa", "up done aaaaaaaaaaaa", "repair done aaaaaaaaaaaa", "up done bbbbbbbbbbbb"]
return true
