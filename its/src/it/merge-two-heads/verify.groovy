def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
situation.failedWith(
        "There are 2 heads: bbbbbbbbbbbb (M2), cccccccccccc (M3); run mvn albedo:merge to join them, or mvn albedo:rebase to put one on top of the other; or choose the parent, such as -Dalbedo.head=bbbbbbbbbbbb",
        ~/There is nothing to merge: there is only [0-9a-f]{12} \(M\d{14}_Merge\), and it is the only head/)
def (String merge, String more) = ["_Merge.java", "_More.java"].collect { end ->
    new File(basedir, "src/main/java/shop/migrations").listFiles().find { it.name.endsWith(end) }.text
}
assert more.contains('id = "dddddddddddd", parent = "bbbbbbbbbbbb"')
assert merge.replaceAll(/\s+/, " ").contains('parent = {"cccccccccccc", "dddddddddddd"}')
assert situation.tables() == ["albedo_history", "albedo_history_log", "article", "customer", "invoice"]
assert situation.query("select count(*) from albedo_history") == ["5"]
return true
