def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith('''The migrations do not lead to the model. They lack:
    add column customer.email varchar(50)
  Run mvn albedo:create -Dname="..." and commit what it writes''')
assert situation.migrations().size() == 1
assert situation.tables() == []
return true
