/**
 * One line of migrations over many schemas or databases: {@link dev.albedo.tenant.Tenants}. Each tenant has a history table of
 * its own, so a run that was stopped or failed for some goes on where it was when it is started again; those that have
 * everything cost a connection and two queries.
 */
@NullMarked
package dev.albedo.tenant;

import org.jspecify.annotations.NullMarked;
