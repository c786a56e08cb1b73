def situation = evaluate(new File(basedir, "../../../src/it/situation.groovy"))
String log = situation.log
def names = situation.migrations()
assert names.size() == 2
def (shop, more) = names.sort { it.contains("the_shop") ? 0 : 1 }
assert shop ==~ /V\d{10}_the_shop_[0-9a-f]{12}\.java/
assert more ==~ /V\d{10}_more_[0-9a-f]{12}\.java/
String source = new File(basedir, "src/main/java/shop/migrations/$shop").getText("UTF-8")
assert source.startsWith("/* Copyright of the shop. */\npackage shop.migrations;\n")
assert source =~ /\/\*\* "the shop", written 20[0-9T:-]+Z\. \*\//
assert source.endsWith("// read by the tool\n")
assert source.contains('op.apply(new CreateView("all_customer", "SELECT * FROM customer"));')
assert source.contains('op.apply(new CreateView.DropView("all_customer", "SELECT * FROM customer"));')
assert !source.contains("legacy_order")
assert log.contains("create view all_customer")
assert log.contains("Tested on the database, up and down, and rolled back")
assert log.contains("stamped src/main/java/shop/migrations/$shop")
assert log.contains("stamped src/main/java/shop/migrations/$more")
assert log.contains("Applied 1 revision;")
assert log.count("No difference: the database matches the model") == 2
assert log.contains("The model and its 1 revision agree")
assert log.contains("Rolled back 1 revision")
assert situation.tables() == ["albedo_history", "albedo_history_log"]
assert situation.query("select viewname from pg_views where schemaname = 'public'") == []
return true
