def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith(
        'The migration has no name: say what it does, for example mvn albedo:create -Dname="add email to customer"',
        'The name "???" has no letter or digit that a class name could have: say what it does, for example mvn albedo:create -Dname="add email to customer"')
situation.changedNothing()
return true
