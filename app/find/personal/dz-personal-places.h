/* dz-personal-places.h - where in a text a person may be named at all
 *
 * The expressions that tell a name are slow. What each of them needs at least - a surname, a word
 * that says who it is - is looked for first, in one pass, and only there the expression is tried.
 * A place too many costs time and nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DzPersonalPlaces DzPersonalPlaces;

/* What stands around a name, by the rule that reads it. */
typedef enum
{
  DZ_NAMED_BY_ROLE,    /* 信访人X */
  DZ_NAMED_BY_MASK,    /* 王某（X） */
  DZ_NAMED_BY_SEX,     /* X，男 */
  DZ_NAMED_BY_NUMBER,  /* X身份证 */
  DZ_NAMED_BY_DIGITS,  /* X13… */
  DZ_NAMED_BY_ADDRESS, /* X女士 */
  DZ_NAMED_BY_KIN,     /* 之子X */
  DZ_NAMED_BY_PART,    /* X因… */
  DZ_NAMED_BY_ACT,     /* X多次… */
  DZ_NAMED_BY_FAULT,   /* 村主任X擅自… */
  DZ_NAMED_N
} DzNamedBy;

/* What numbers of people need: at least so many digits in a row, or a word before them. */
typedef enum
{
  DZ_NUMBERED_BY_DIGITS,
  DZ_NUMBERED_BY_WORD,
  DZ_NUMBERED_BY_HOME,
  DZ_NUMBERED_BY_GROUP,
  DZ_NUMBERED_BY_HOUSE,
  DZ_NUMBERED_N
} DzNumberedBy;

DzPersonalPlaces *dz_personal_places_new  (const char       *surnames,
                                           const char       *compounds,
                                           const char       *given,
                                           const char       *roles);
void              dz_personal_places_free (DzPersonalPlaces *self);
void              dz_personal_places_find (DzPersonalPlaces *self,
                                           const char       *folded,
                                           gsize             len,
                                           GArray           *names[DZ_NAMED_N],
                                           gboolean          numbers[DZ_NUMBERED_N]);

G_END_DECLS
