def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
String heads = "There are 2 heads: bbbbbbbbbbbb (M2), cccccccccccc (M3)"
situation.failedWith(
        heads + "; mvn albedo:merge joins them, mvn albedo:rebase puts the newer line on top of the other one",
        "there are 2 heads: bbbbbbbbbbbb (M2), cccccccccccc (M3); merge them, give one of them another parent, or name the head you want")
assert situation.tables() == []
return true
