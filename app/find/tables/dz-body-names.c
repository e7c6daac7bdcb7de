/* dz-body-names.c - which body of the roster a cell names, and which ones stand in a sentence
 *
 * A name is found in full, without what its offices add (人民政府, 司法所), and by its first part alone
 * where only one body begins so. 王河乡 is not 王河镇: another kind of body is another body; but a body that was called
 * 王河乡 before is found by it where no other has that name now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-body-names.h"

#include "dz-fold.h"
#include "dz-past.h"
#include "dz-sheet.h"

#include <string.h>

struct _DzBodyNames
{
  GHashTable *full;   /* key -> body id */
  GHashTable *shorts; /* key without its kind -> body id, 0 where several begin so */
  GHashTable *formers; /* key of a name it had -> body id, 0 where several had it */
  GPtrArray *folded;   /* the names, folded, longest first; each with its body in @order */
  GArray *order;       /* gint64 */
};

/* "1.", "（一）", "3、" before a name is no part of it. */
static const char *
skip_number (const char *key)
{
  const char *at = key;

  while (*at != '\0' && (strchr ("0123456789.()", *at) != NULL || g_str_has_prefix (at, "、") || g_str_has_prefix (at, "．")))
    at = g_utf8_next_char (at);

  return *at != '\0' ? at : key;
}

/* 望泽县青禾镇 -> 青禾镇 where a name of its own follows; 县司法局 -> 司法局. */
static const char *
skip_county (const char *key)
{
  static const char *const ends[] = { "县", "市", "区", "旗", "省", "州" };
  const char *rest = key;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *at = g_str_has_prefix (key, ends[i]) ? key : NULL;

      if (at == NULL && g_utf8_strlen (key, -1) > 4)
        at = strstr (g_utf8_offset_to_pointer (key, 2), ends[i]);
      if (at == NULL || g_utf8_strlen (at, -1) < 3 || g_str_has_prefix (at, "区域"))
        continue;
      at = g_utf8_next_char (at);
      /* 城市管理局 is no 管理局 of 城市 */
      if (at > rest && !g_str_has_prefix (at, "管理") && !g_str_has_prefix (at, "场"))
        rest = at;
    }

  return rest;
}

static char *
make_key (const char *name)
{
  static const char *const tails[] = { "人民政府", "办事处", "党工委", "党委", "政府", "司法所", "综合行政执法大队",
                                       "综合行政执法队", "综合行政执法办公室", "综合行政执法办", "综合执法队", "综合执法大队",
                                       "执法中队", "人民调解委员会", "调委会", "综治中心", "矛调中心", "派出所" };
  g_autofree char *squeezed = dz_sheet_cell_key (name);
  char *key = g_strdup (skip_county (skip_number (squeezed)));
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
        if (g_str_has_suffix (key, tails[i]) && strlen (key) >= strlen (tails[i]) + 6)
          {
            key[strlen (key) - strlen (tails[i])] = '\0';
            again = TRUE;
          }
    }
  /* 城关街道办 is 城关街道 */
  if (g_str_has_suffix (key, "街道办"))
    key[strlen (key) - strlen ("办")] = '\0';

  return key;
}

/* 青禾镇 -> 青禾, 红岩彝族乡 -> 红岩; (nullable) where nothing of its own is left. */
static char *
make_short (const char *key)
{
  static const char *const kinds[] = { "街道", "镇", "乡", "苏木" };
  char *one = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && one == NULL; i++)
    if (g_str_has_suffix (key, kinds[i]))
      one = g_strndup (key, strlen (key) - strlen (kinds[i]));
  if (one == NULL)
    return NULL;
  if (g_str_has_suffix (one, "民族"))
    one[strlen (one) - strlen ("民族")] = '\0';
  else if (g_str_has_suffix (one, "族") && g_utf8_strlen (one, -1) >= 4)
    *g_utf8_offset_to_pointer (one, g_utf8_strlen (one, -1) - 2) = '\0';
  if (g_utf8_strlen (one, -1) >= 2)
    return one;
  g_free (one);

  return NULL;
}

static void
add_short (DzBodyNames *self,
           char        *one,
           gint64       id)
{
  gint64 *held = g_hash_table_lookup (self->shorts, one);

  if (held != NULL && *held != id)
    id = 0;
  g_hash_table_replace (self->shorts, one, g_memdup2 (&id, sizeof id));
}

/* What a body was called before; a name that another has, or had as well, says nobody. */
static void
add_former (DzBodyNames  *self,
            const DzBody *body)
{
  g_autoptr(GPtrArray) events = dz_past_parse (body->past, NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const DzPastEvent *event = g_ptr_array_index (events, i);

      for (guint k = 0; event->how == DZ_PAST_RENAMED && k < event->names->len; k++)
        {
          char *key = make_key (g_ptr_array_index (event->names, k));
          const gint64 *held = g_hash_table_lookup (self->formers, key);
          gint64 id = held == NULL || *held == body->id ? body->id : 0;

          if (g_hash_table_contains (self->full, key))
            g_free (key);
          else
            g_hash_table_replace (self->formers, key, g_memdup2 (&id, sizeof id));
        }
    }
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const DzBody *one = *(const DzBody *const *) a;
  const DzBody *other = *(const DzBody *const *) b;
  gsize n = strlen (one->name), m = strlen (other->name);

  return n != m ? (n > m ? -1 : 1) : (one->id > other->id) - (one->id < other->id);
}

static void
add_folded (DzBodyNames *self,
            GPtrArray   *bodies)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_copy (bodies, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_lengths);
  for (guint i = 0; i < sorted->len; i++)
    {
      const DzBody *body = g_ptr_array_index (sorted, i);

      g_ptr_array_add (self->folded, dz_fold_words (body->name));
      g_array_append_val (self->order, body->id);
    }
}

/**
 * dz_body_names_new:
 * @bodies: (element-type DzBody)
 *
 * Returns: (transfer full): the names of a roster
 */
DzBodyNames *
dz_body_names_new (GPtrArray *bodies)
{
  DzBodyNames *self = g_new0 (DzBodyNames, 1);

  self->full = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->shorts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->formers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < bodies->len; i++)
    {
      const DzBody *body = g_ptr_array_index (bodies, i);
      char *key = make_key (body->name);
      char *one = make_short (key);

      g_hash_table_replace (self->full, key, g_memdup2 (&body->id, sizeof body->id));
      if (one != NULL)
        add_short (self, one, body->id);
    }
  for (guint i = 0; i < bodies->len; i++)
    add_former (self, g_ptr_array_index (bodies, i));
  self->folded = g_ptr_array_new_with_free_func (g_free);
  self->order = g_array_new (FALSE, FALSE, sizeof (gint64));
  add_folded (self, bodies);

  return self;
}

void
dz_body_names_free (DzBodyNames *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->full);
  g_hash_table_unref (self->shorts);
  g_hash_table_unref (self->formers);
  g_ptr_array_unref (self->folded);
  g_array_unref (self->order);
  g_free (self);
}

/**
 * dz_body_names_find:
 *
 * Returns: the id of the body the cell names, 0 for none
 */
gint64
dz_body_names_find (DzBodyNames *self,
                    const char  *cell)
{
  g_autofree char *key = make_key (cell);
  const gint64 *id = g_hash_table_lookup (self->full, key);

  if (id == NULL)
    id = g_hash_table_lookup (self->shorts, key);
  if (id == NULL)
    id = g_hash_table_lookup (self->formers, key);

  return id != NULL ? *id : 0;
}

/**
 * dz_body_names_list:
 * @folded: words, folded
 * @rest: (out) (optional): the same with blanks in place of the names
 *
 * Returns: (transfer full) (element-type gint64): bodies named in the words, in their order there; a name that stands within
 *   a longer one is not meant
 */
GArray *
dz_body_names_list (DzBodyNames *self,
                    const char  *folded,
                    char       **rest)
{
  GArray *named = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *left = g_strdup (folded);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (guint i = 0; i < self->folded->len; i++)
    {
      const char *name = g_ptr_array_index (self->folded, i);
      char *at = *name != '\0' ? strstr (left, name) : NULL;
      gint64 id = g_array_index (self->order, gint64, i);
      gsize place;
      guint k = 0;

      if (at == NULL)
        continue;
      place = (gsize) (at - left);
      for (; at != NULL; at = strstr (at, name))
        memset (at, ' ', strlen (name));
      while (k < places->len && g_array_index (places, gsize, k) < place)
        k++;
      g_array_insert_val (places, k, place);
      g_array_insert_val (named, k, id);
    }
  if (rest != NULL)
    *rest = g_steal_pointer (&left);

  return named;
}

/**
 * dz_body_names_is_total:
 *
 * Returns: whether the row sums up several bodies, or a mean of them
 */
gboolean
dz_body_names_is_total (const char *cell)
{
  static const char *const words[] = { "合计", "总计", "小计", "共计", "累计", "全县", "全市", "全区", "全旗", "平均",
                                       "总和", "汇总", "县合计", "总数" };
  g_autofree char *key = dz_sheet_cell_key (cell);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (key, words[i]) || g_str_has_suffix (key, words[i]))
      return TRUE;

  return FALSE;
}
