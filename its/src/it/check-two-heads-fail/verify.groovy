def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
String heads = "There are 2 heads: bbbbbbbbbbbb (M2), cccccccccccc (M3)"
situation.failedWith(
        heads + "; run mvn albedo:merge to join them, or mvn albedo:rebase to put one on top of the other",
        "there are 2 heads: bbbbbbbbbbbb (M2), cccccccccccc (M3); run mvn albedo:merge to join them, mvn albedo:rebase to put one on top of the other, or name the head you want")
assert situation.tables() == []
return true
