String log = new File(basedir, "build.log").text
assert log.count("Started PostgreSQL") == 1
assert log.contains("there are no migrations yet")
assert log.contains('"atHead": true')

// The server is closed to all who cannot read the file with its password, which no goal shows.
File home = new File(basedir, "target/albedo/postgres")
File secret = new File(home, "password")
assert permissions(home) == "rwx------"
assert permissions(secret) == "rw-------"
assert !log.contains(secret.text.trim())
File data = new File(home, "data-18")
File rules = new File(data, "pg_hba.conf")
assert !(rules.text =~ /(?m)^[^#]*\btrust\b/)
// The situations share it: its superuser needs no password there, another user does.
rules.text = "host all postgres 127.0.0.1/32 trust\nhost all guarded 127.0.0.1/32 scram-sha-256\n" + rules.text
String server = "jdbc:postgresql://127.0.0.1:" + new File(data, "postmaster.pid").readLines()[3] + "/"
def connection = new org.postgresql.Driver().connect(server + "postgres?user=postgres&password=" + secret.text.trim(), new Properties())
connection.createStatement().execute("create role guarded login password 'the-password'")
connection.createStatement().execute("select pg_reload_conf()")

// A database of its own for each situation whose test.properties say "albedo.url = shared", or that of another URL.
basedir.parentFile.listFiles().each {
    File properties = new File(it, "test.properties")
    String text = properties.exists() ? properties.text : ""
    if (text.contains(".url = shared")) {
        String name = it.name.replace("-", "_")
        connection.createStatement().execute("create database " + name)
        if (text.contains("log.url = shared")) { // of a second persistence unit
            connection.createStatement().execute("create database " + name + "_log")
            text = text.replace("log.url = shared", "log.url = " + server + name + "_log")
        }
        properties.text = text.replace("albedo.url = shared", "albedo.user = postgres\nalbedo.url = shared")
                .replace("main.url = shared", "albedo.user = postgres\nmain.url = shared")
                .replace(".url = shared", ".url = " + server + name)
    }
}
connection.close()
return true

static String permissions(File file) {
    java.nio.file.attribute.PosixFilePermissions.toString(java.nio.file.Files.getPosixFilePermissions(file.toPath()))
}
