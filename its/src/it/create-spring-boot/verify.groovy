String log = new File(basedir, "build.log").text
def migrations = new File(basedir, "src/main/java/shop/migrations").listFiles().findAll { it.name.endsWith(".java") }
assert migrations.size() == 1
String up = migrations[0].text.split("public void down")[0]
["order_number", "customer_order_id", "unit_price", "delivery_state", "delivered_at"].each { assert up.contains('column("' + it + '", ') }
assert log.contains("create table order_line")
assert log.count("Applied 1 revision;") == 1
assert log.count("No difference: the database matches the model") == 1
assert log.contains("The model and its 1 revision agree")
assert !log.contains("suitable JDBC driver")
assert log.contains("Rolled back 1 revision")
assert log =~ /dev\.albedo +: Applied [0-9a-f]{12} \(M\d+_First\) in \d+ ms/
assert log =~ /Started ShopApplication in/
return true
