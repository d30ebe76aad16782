/* schema.h: the tables of a store (docs/store.md describes them for people). Private to store/.
 *
 * A change of the tables raises ATT_STORE_VERSION and adds a step; a new store goes through all steps, a store of an older
 * version through those that it lacks, when it is opened for writing. One of a newer version is refused. Views are made anew by
 * every change of version.
 */
#ifndef ATT_STORE_SCHEMA_H
#define ATT_STORE_SCHEMA_H

/* "atta" as a big-endian number: PRAGMA application_id; file(1) can tell a store by it. */
#define ATT_STORE_APPLICATION 0x61747461
#define ATT_STORE_VERSION 4
/* The version since which the records of an article are what they are now: those of an older one are made anew by attache add. */
#define ATT_STORE_CODED 3

/* Step v makes version v of version v - 1: statements, NULL-ended. [0] is empty. */
extern const char *const *const ATT_STORE_STEPS[ATT_STORE_VERSION + 1];
extern const char *const ATT_STORE_VIEWS[];      /* statements, NULL-ended */
extern const char *const ATT_STORE_VIEW_NAMES[]; /* NULL-ended */

#endif
