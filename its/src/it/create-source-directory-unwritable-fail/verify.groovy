def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith(~/.*so nothing was written.*Make the directory writable, or name another one with albedo\.sourceDirectory/)
situation.changedNothing()
return true
