def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith("There is no META-INF/albedo/schema.json among the classes, so it is not known what the model expects:"
        + " give albedo-maven-plugin <extensions>true</extensions> in the POM and run this again")
situation.changedNothing()
return true
