def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith(
        'The migration has no name: describe the change, for example mvn albedo:create -Dname="add email to customer"',
        'The name "???" has no letter or digit for a class name: describe the change, for example mvn albedo:create -Dname="add email to customer"')
situation.changedNothing()
return true
