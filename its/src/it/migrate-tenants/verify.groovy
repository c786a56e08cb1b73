def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith(
        "1 tenant of 2 failed: nobody. Correct the causes and run the goal again; it skips tenants that are up to date",
        "There is no tenant: no name matches shop_*")
assert situation.log.count("1 tenant: 1 with 1 revision") == 2
assert situation.log.contains("2 tenants: 1 with nothing to do, 1 failed")
assert situation.tables() == ["albedo_history", "albedo_history_log"]
return true
