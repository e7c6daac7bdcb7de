/* dz-mutator.h - reviews damaged or made by hand, drawn from a number: the same in every run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

typedef struct _DzMutator DzMutator;

DzMutator  *dz_mutator_new        (void);
void        dz_mutator_free       (DzMutator *self);
const char *dz_mutator_get_folder (DzMutator *self);
const char *dz_mutator_get_review (DzMutator *self);
void        dz_mutator_mutate     (DzMutator *self,
                                   guint      number);
