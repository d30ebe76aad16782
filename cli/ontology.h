/* ontology.h: the folder of --ontology: files of frames and lists that lie over the program's own (event/overlay.h). */
#ifndef ATT_CLI_ONTOLOGY_H
#define ATT_CLI_ONTOLOGY_H

#include "base/mapfile.h"
#include "cli/batch.h"
#include "event/overlay.h"

typedef struct {
    att_overlay overlay;              /* texts of the mapped files */
    att_mapped file[ATT_OVERLAY_MAX];
    char *names[ATT_OVERLAY_MAX];     /* paths, for messages */
    const char *dir;
    uint32_t faults;                  /* lines that could not be read, unless the overlay's own fault() takes them */
} cli_ontology;

/* Maps what is in the folder; false with a message. Files of other names are said and left alone. */
bool cli_ontology_read(cli_ontology *o, const char *dir);
void cli_ontology_release(cli_ontology *o);
/* Once frames have been opened with it: says how many lines could not be read, if any. */
void cli_ontology_faults(const cli_ontology *o);
/* Opens the engine's frames anew with these files, which it copies; false with a message. */
bool cli_ontology_use(att_engine *engine, const cli_ontology *o);

#endif
