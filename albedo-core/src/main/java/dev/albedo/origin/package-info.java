/**
 * Which class and attribute of the model a table, column or sequence comes from: the identity that outlives a name. It is not part of
 * a {@link dev.albedo.schema.Schema}, since a class that is renamed changes nothing in a database.
 *
 * <p>An origin is a text, so that people can read it where it is kept:
 *
 * <pre>
 * shop.Customer                     a table: that of an entity
 * shop.Customer[secondary]          a table: a secondary one of an entity
 * shop.Customer#phones[]            a table: that of a collection, also where it only joins two others
 * shop.Customer#email               a column: of an attribute
 * shop.Customer#address.street      a column: of an attribute of an embeddable
 * shop.Customer#phones[].owner()    a column: from a collection to its owner; also value(), key(), index() and id()
 * shop.Tool#part.type()             a column: the kind of the entity that an "any" refers to; also id()
 * shop.Customer#id.sequence()       a sequence: the one that gives an attribute its values
 * </pre>
 *
 * <p>The class is the entity that brings the attribute in, also where it inherits it from a mapped superclass, or its table
 * is that of an entity it extends. A discriminator that is no attribute has no origin.
 */
@NullMarked
package dev.albedo.origin;

import org.jspecify.annotations.NullMarked;
