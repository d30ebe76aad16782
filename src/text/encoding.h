/* encoding.h: bytes of a file -> UTF-8.
 *
 * Order: byte order mark; UTF-8 as it stands; UTF-8 with a few foreign bytes among it; the charset that the file names; mostly
 * ASCII, hence Windows-1252; what uchardet says; Windows-1252. Valid UTF-8 is never copied or changed, mark included, so its
 * offsets are those of the file.
 */
#ifndef ATT_TEXT_ENCODING_H
#define ATT_TEXT_ENCODING_H

#include "base/buf.h"

/* charset: what the container says ("iso-8859-2"), or empty. *text is bytes itself or lies in out (which is cleared first).
 * ATT_E_NOT_TEXT for binary files, ATT_E_NOMEM. */
att_err att_decode(att_buf *out, att_slice bytes, att_slice charset, att_slice *text);

/* ATT_E_EMPTY when there is nothing but white space in text, ATT_E_TOO_LARGE above ATT_MAX_DOC_BYTES. */
att_err att_text_check(att_slice text);

#endif
