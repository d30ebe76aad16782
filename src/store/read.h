/* read.h: what the questions to a store share. Private to store/. */
#ifndef ATT_STORE_READ_H
#define ATT_STORE_READ_H

#include "store/column.h"
#include "store/store_int.h"

/* Is one parameter this party's code, the code without IGO:, its sector, its name, or code and sector? */
#define ATT_SQL_PARTY(code, sector, name) \
    "? COLLATE NOCASE IN (" code ", " sector ", " name ", replace(" code ", 'IGO:', ''), " code " || ' ' || " sector ")"

#endif
