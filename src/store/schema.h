/* schema.h: the tables of a store (docs/store.md describes them for people). Private to store/.
 *
 * A change of the tables raises ATT_STORE_VERSION and adds a step to att_store_migrate; a store of an older version is
 * brought up to date when it is opened for writing, one of a newer version is refused.
 */
#ifndef ATT_STORE_SCHEMA_H
#define ATT_STORE_SCHEMA_H

/* "atta" as a big-endian number: PRAGMA application_id; file(1) can tell a store by it. */
#define ATT_STORE_APPLICATION 0x61747461
#define ATT_STORE_VERSION 1

extern const char *const ATT_STORE_SCHEMA[]; /* NULL-ended; creates everything in an empty database */

#endif
