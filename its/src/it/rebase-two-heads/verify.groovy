def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
assert situation.log.contains("cccccccccccc (M3) now follows bbbbbbbbbbbb (M2)")
assert new File(basedir, "src/main/java/shop/migrations/M3.java").text.contains('@Revision(id = "cccccccccccc", parent = "bbbbbbbbbbbb")')
assert situation.log.contains("Applied 3 revisions; the database is at cccccccccccc (M3)")
assert situation.log.readLines().findAll { it =~ /^\[INFO\] \* / } == [
        "[INFO] * cccccccccccc  M3  (head, current)",
        "[INFO] * bbbbbbbbbbbb  M2  billing",
        "[INFO] * aaaaaaaaaaaa  M1  (base)"]
return true
