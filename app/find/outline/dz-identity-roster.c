/* dz-identity-roster.c - the body's name held against the county's roster
 *
 * The roster knows its names better than any rule: a name of it in the title or
 * the signature is taken before one that nobody lists, and where characters
 * come from a picture, one or two of them may be misread. The words of the
 * report stay as they are; only the name it is filed under changes, with a
 * confidence that asks for a look.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-identity-parts.h"

#include "dz-report-lines.h"
#include "dz-names.h"

#define MISREAD_CONFIDENCE 0.6
#define OVERRULED_CONFIDENCE 0.7

static gboolean
is_recognised (const DzSource *source)
{
  for (guint i = 0; source != NULL && i < source->losses->len; i++)
    if (g_array_index (source->losses, DzLoss, i).kind == DZ_LOSS_PAGES_OCR)
      return TRUE;

  return FALSE;
}

static void
take (DzContext *context,
      DzSpan     folded,
      char      *name,
      double     confidence)
{
  DzIdentity *identity = &context->report->identity;

  g_free (identity->township);
  identity->township = name;
  identity->township_confidence = confidence;
  if (!dz_span_is_empty (folded))
    identity->township_span = dz_fold_to_original (context->fold, folded);
}

/* The first name in @span that the roster lists. */
static gboolean
take_listed (DzIdentityFinder *self,
             DzContext        *context,
             DzReadingHints   *hints,
             DzSpan            span)
{
  DzName name;

  while (dz_names_next (self->not_a_stem, context->folded, span, &name))
    {
      g_autofree char *text = dz_identity_dup_folded (context, name.name);

      if (dz_reading_hints_has_name (hints, text))
        {
          take (context, name.name, g_steal_pointer (&text), OVERRULED_CONFIDENCE);
          return TRUE;
        }
      span.start = name.name.end;
    }

  return FALSE;
}

/**
 * dz_identity_prefer_roster:
 *
 * Without hints of a county nothing changes.
 */
void
dz_identity_prefer_roster (DzIdentityFinder *self,
                           DzContext        *context)
{
  DzReadingHints *hints = dz_codebook_get_hints (context->codebook);
  DzIdentity *identity = &context->report->identity;
  DzSpan title = dz_fold_from_original (context->fold, identity->title_span);
  const char *guess;

  if (hints == NULL ||
      (identity->township != NULL && dz_reading_hints_has_name (hints, identity->township)))
    return;
  if (!dz_span_is_empty (identity->title_span) && take_listed (self, context, hints, title))
    return;
  if (identity->township != NULL && is_recognised (context->report->source) &&
      (guess = dz_reading_hints_guess_name (hints, identity->township)) != NULL)
    {
      take (context, DZ_SPAN_NONE, g_strdup (guess),
            MIN (identity->township_confidence, MISREAD_CONFIDENCE));
      return;
    }
  if (identity->township != NULL && identity->township_confidence >= 0.9)
    return; /* the title names a body of another county */
  for (guint i = context->lines->len; i > 0 && context->lines->len - i < SIGNATURE_LINES; i--)
    if (take_listed (self, context, hints,
                     g_array_index (context->lines, DzLine, i - 1).span))
      return;
}
