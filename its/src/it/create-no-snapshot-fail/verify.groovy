def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith("There is no META-INF/albedo/schema.json among the classes, so the model cannot be read: add <extensions>true</extensions> to albedo-maven-plugin in the POM and run the goal again")
situation.changedNothing()
return true
