def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
String heads = "There are 2 heads: bbbbbbbbbbbb (M2), cccccccccccc (M3)"
situation.failedWith(
        heads + "; let one of them follow the other: change its parent, which is safe as long as no database has it",
        "there are 2 heads: bbbbbbbbbbbb (M2), cccccccccccc (M3); merge them, give one of them another parent, or name the head you want")
assert situation.tables() == []
return true
