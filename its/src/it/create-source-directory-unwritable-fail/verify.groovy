def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith(~/.*so nothing was written.*Make the directory writable, or set albedo\.sourceDirectory to another one/)
situation.changedNothing()
return true
