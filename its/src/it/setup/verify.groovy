String log = new File(basedir, "build.log").text
assert log.count("Started PostgreSQL") == 1
assert log.contains("there are no migrations yet")
assert log.contains('"atHead": true')

// A user whom the server asks for a password, for create-wrong-password-fail.
File data = new File(basedir, "target/albedo/postgres/data-18")
File rules = new File(data, "pg_hba.conf")
rules.text = "host all guarded 127.0.0.1/32 scram-sha-256\n" + rules.text
String port = new File(data, "postmaster.pid").readLines()[3]
def connection = new org.postgresql.Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres", new Properties())
connection.createStatement().execute("create role guarded login password 'the-password'")
connection.createStatement().execute("select pg_reload_conf()")
connection.close()
return true
