/* datafile.h - the tables of base/datafile.h in a program: read from the host when first needed, then kept.
 *
 * A leaf that needs one asks vv_data_peek. Where the table is not there yet, the leaf fails, and the step that called it loads
 * the table and calls it again:
 *
 *     while ((nf->slot[0] = leaf(t, ...)) == NULL) {
 *         if (!vv_data_missed(t))
 *             return VV_FAILED;
 *         VV_AWAIT(nf, vv_do_load_data(t));
 *     }
 */
#ifndef VV_OBJECT_DATAFILE_H
#define VV_OBJECT_DATAFILE_H

#include "base/datafile.h"
#include "object/step.h"

/* The table, or NULL with an exception that only vv_data_missed should see. */
const void *vv_data_peek(vv_thread *t, enum vv_data which);
/* Did the current exception come from vv_data_peek or vv_side_miss? Then it is cleared, and vv_do_load_data loads what was missed. */
bool vv_data_missed(vv_thread *t);
/* t->ret = NULL. ImportError when the host does not give the file: the next time it is asked again. */
vv_step vv_do_load_data(vv_thread *t);
/* The same for a table that will be needed; nothing happens when it is there. */
vv_step vv_do_need_data(vv_thread *t, enum vv_data which);

#endif
