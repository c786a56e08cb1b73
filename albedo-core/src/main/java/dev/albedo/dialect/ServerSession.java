package dev.albedo.dialect;

/**
 * A session of a server.
 *
 * @param id as the server numbers its sessions
 * @param application what it calls itself, or empty
 * @param state as the server names it; empty if it is not told
 * @param since when it connected or its transaction began, as the server prints it; empty if it is not told
 */
public record ServerSession(int id, String application, String state, String since) {}
