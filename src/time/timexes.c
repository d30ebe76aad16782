/* timexes.c: placeholder that links; the rules follow. */
#include "base/civil.h"
#include "time/time.h"

void att_timexes_find(att_doc *doc)
{
    (void)att_add(doc, timexes);
}
