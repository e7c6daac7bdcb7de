/* dz-fuzz.h - what a fuzz target gives, and the two ways to run it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

void dz_fuzz_one (const guint8 *data,
                  gsize         len);

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         len);
int LLVMFuzzerInitialize (int    *argc,
                          char ***argv);
