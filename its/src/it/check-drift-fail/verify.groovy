def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith('''The model expects what no migration does:
    add column customer.email varchar(50)
  Run mvn albedo:create -Dname="..." and commit what it writes''')
assert situation.migrations().size() == 1
assert situation.tables() == []
return true
