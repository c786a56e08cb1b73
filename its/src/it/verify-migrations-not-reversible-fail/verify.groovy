def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith("The migrations cannot be rolled back on a scratch database: revision aaaaaaaaaaaa (M1) cannot be taken back: M1 has no down(): it cannot be taken back; nothing was changed. Correct its down()")
return true
