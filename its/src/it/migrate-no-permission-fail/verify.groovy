def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
String withoutTable = "cannot create the history table public.albedo_history: ERROR: permission denied for schema public;"
String withoutSchema = "cannot create the history table albedo.history: ERROR: permission denied for database migrate_no_permission_fail;"
assert situation.failures() == [
        withoutTable + ' let its owner run "grant create on schema public to guarded", or name a history table elsewhere',
        withoutSchema + ' let its owner run "grant create on database migrate_no_permission_fail to guarded", or name a history table elsewhere']
assert situation.tables() == []
// Not even with -X and a stack trace.
assert !situation.log.contains("the-password")
return true
