/* dz-hidden-names.c - 甲单位, 乙单位 in the place of the names of bodies, whatever form they stand in
 *
 * A name is looked for in the folded text: so it is found in traditional characters, with blanks or a broken line in
 * it, without 镇 or 乡 at its end, and as the body was called before. What else of the roster tells a body apart
 * (its kind, how many live there) is taken off.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-hidden-names.h"

#include "dz-fold.h"
#include "dz-past.h"

#include <string.h>

static const char *const stems[] = { "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸",
                                     "子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥" };
static const char *const endings[] = { "街道办事处", "街道", "民族乡", "族乡", "镇", "乡", "苏木" };

/* A form of a name, folded, and what is printed instead. */
typedef struct
{
  char *form;
  char *instead;
} Mask;

struct _DzHiddenNames
{
  GHashTable *masks; /* first character -> GPtrArray of Mask, longest first */
};

static void
free_mask (gpointer data)
{
  Mask *mask = data;

  g_free (mask->form);
  g_free (mask->instead);
  g_free (mask);
}

static char *
name_hidden (guint n)
{
  if (n < G_N_ELEMENTS (stems))
    return g_strconcat (stems[n], "单位", NULL);

  return g_strdup_printf ("第%u单位", n + 1);
}

static int
compare_masks (gconstpointer a,
               gconstpointer b)
{
  const Mask *left = *(Mask *const *) a, *right = *(Mask *const *) b;
  gsize l = strlen (left->form), r = strlen (right->form);

  return l != r ? (l > r ? -1 : 1) : strcmp (left->form, right->form);
}

static void
add_form (DzHiddenNames *self,
          const char    *words,
          const char    *instead)
{
  g_autoptr(DzFold) fold = dz_fold_new_simplified (words, strlen (words));
  const char *form = dz_fold_peek (fold, NULL);
  gpointer first = GUINT_TO_POINTER (g_utf8_get_char (form));
  GPtrArray *masks = g_hash_table_lookup (self->masks, first);
  Mask *mask;

  if (g_utf8_strlen (form, -1) < 2)
    return;
  if (masks == NULL)
    {
      masks = g_ptr_array_new_with_free_func (free_mask);
      g_hash_table_insert (self->masks, first, masks);
    }
  mask = g_new (Mask, 1);
  *mask = (Mask) { g_strdup (form), g_strdup (instead) };
  g_ptr_array_add (masks, mask);
}

/* The name, and what is left of it without 镇, 乡, 街道: two characters at least. */
static void
add_name (DzHiddenNames *self,
          const char    *name,
          const char    *instead)
{
  add_form (self, name, instead);
  for (guint e = 0; e < G_N_ELEMENTS (endings); e++)
    if (g_str_has_suffix (name, endings[e]))
      {
        g_autofree char *stem = g_strndup (name, strlen (name) - strlen (endings[e]));

        add_form (self, stem, instead);
        return;
      }
}

static void
add_past (DzHiddenNames *self,
          const DzBody  *body,
          const char    *instead)
{
  g_autofree char *wrong = NULL;
  g_autoptr(GPtrArray) events = body->past != NULL ? dz_past_parse (body->past, &wrong) : NULL;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const DzPastEvent *event = g_ptr_array_index (events, i);

      for (guint k = 0; k < event->names->len; k++)
        add_name (self, g_ptr_array_index (event->names, k), instead);
    }
}

static void
sort_masks (gpointer key,
            gpointer masks,
            gpointer user_data)
{
  g_ptr_array_sort (masks, compare_masks);
}

/**
 * dz_hidden_names_hide:
 * @names: (out) (transfer full): what masks them in words
 *
 * Returns: (transfer full): the same review with other names on its roster; reports are shared
 */
DzReview *
dz_hidden_names_hide (DzReview       *review,
                      DzHiddenNames **names)
{
  DzHiddenNames *self = g_new0 (DzHiddenNames, 1);
  DzReview *copy = dz_review_copy (review);

  self->masks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < copy->bodies->len; i++)
    {
      DzBody *body = g_ptr_array_index (copy->bodies, i);
      char *name = name_hidden (i);

      add_name (self, body->name, name);
      add_past (self, body, name);
      g_free (body->name);
      body->name = name;
      body->kind = g_intern_static_string ("单位");
      body->households = body->population = body->villages = 0;
      g_clear_pointer (&body->contact, g_free);
    }
  g_hash_table_foreach (self->masks, sort_masks, NULL);
  for (guint i = 0; i < review->reports->len; i++)
    g_ptr_array_add (copy->reports, dz_report_ref (g_ptr_array_index (review->reports, i)));
  *names = self;

  return copy;
}

/* Returns: (nullable): the longest form that begins at @at */
static const Mask *
find_mask (DzHiddenNames *self,
           const char    *at)
{
  GPtrArray *masks = g_hash_table_lookup (self->masks, GUINT_TO_POINTER (g_utf8_get_char (at)));

  for (guint i = 0; masks != NULL && i < masks->len; i++)
    {
      const Mask *mask = g_ptr_array_index (masks, i);

      if (g_str_has_prefix (at, mask->form))
        return mask;
    }

  return NULL;
}

/**
 * dz_hidden_names_mask:
 * @quoted: a passage of a report: names become ＊＊, because our letters would be false there
 *
 * Returns: (transfer full): @text with every form of every name hidden
 */
char *
dz_hidden_names_mask (DzHiddenNames *self,
                      const char    *text,
                      gboolean       quoted)
{
  g_autoptr(DzFold) fold = dz_fold_new_simplified (text, strlen (text));
  gsize len, done = 0;
  const char *folded = dz_fold_peek (fold, &len), *at = folded;
  GString *masked = g_string_new (NULL);

  while (at < folded + len)
    {
      const Mask *mask = find_mask (self, at);
      DzSpan span;

      if (mask == NULL)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      span = dz_fold_to_original (fold, (DzSpan) { at - folded, at - folded + strlen (mask->form) });
      g_string_append_len (masked, text + done, span.start - done);
      g_string_append (masked, quoted ? "＊＊" : mask->instead);
      done = span.end;
      at += strlen (mask->form);
    }
  g_string_append (masked, text + done);

  return g_string_free (masked, FALSE);
}

void
dz_hidden_names_free (DzHiddenNames *self)
{
  g_hash_table_unref (self->masks);
  g_free (self);
}
