// A database of its own for each situation that says "albedo.url = shared" in its test.properties.
File properties = new File(basedir, "test.properties")
if (properties.exists() && properties.text.contains("albedo.url = shared")) {
    String port = new File(basedir, "../setup/target/albedo/postgres/data-18/postmaster.pid").readLines()[3]
    String server = "jdbc:postgresql://127.0.0.1:" + port + "/"
    String name = basedir.name.replace("-", "_")
    def connection = new org.postgresql.Driver().connect(server + "postgres?user=postgres", new Properties())
    connection.createStatement().execute("drop database if exists " + name)
    connection.createStatement().execute("create database " + name)
    connection.close()
    properties.text = properties.text.replace("albedo.url = shared", "albedo.url = " + server + name + "\nalbedo.user = postgres")
}
return true
