def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith(~/cannot connect to the database \(tried \d+ times\): .* refused.*; is the server running and reachable from here\?/)
assert situation.migrations() == []
return true
