def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith(
        "1 tenant of 2 failed: nobody. Remove the causes and run it again: those that are done are left as they are",
        "There is no tenant: nothing is called like shop_*")
assert situation.log.count("1 tenant: 1 with 1 revision") == 2
assert situation.log.contains("2 tenants: 1 with nothing to do, 1 failed")
assert situation.tables() == ["albedo_history", "albedo_history_log"]
return true
