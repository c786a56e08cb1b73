def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
assert situation.migrations().size() == 2
assert situation.log.contains("  add column customer.email varchar(255)")
assert situation.log.count("No difference: the database matches the model") == 1
assert situation.log.contains("The model and its 2 revisions agree")
situation.failedWith(~/The project already has migrations, the first is [0-9a-f]{12} \(M\d{14}_Baseline\)\. .* mvn albedo:stamp -Dto=head/,
        ~/(?s)nothing was taken back: revision [0-9a-f]{12} \(M\d{14}_Baseline\) is a baseline, whose tables were there before Albedo: .*/)
assert situation.log.contains("The scratch database is on the database's own server")
assert !situation.log.contains("Started PostgreSQL")
assert situation.query("select count(*) from pg_database where datname like 'albedo\\_scratch%'") == ["0"]
assert situation.query("select name from customer") == ["Ada"]
assert situation.tables() == ["albedo_history", "albedo_history_log", "customer", "flyway_schema_history"]
return true
