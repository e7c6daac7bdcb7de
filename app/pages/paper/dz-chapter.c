/* dz-chapter.c - blocks broken into pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-chapter.h"

#define EPSILON 0.05 /* points */
#define FEW_BLOCKS 3 /* a heading, a line, and one more */
#define PART_GAP (4 * DZ_MM) /* over a part that begins amid a page */

static void
free_joined (gpointer data)
{
  DzJoinedPart *part = data;

  g_free (part->id);
  g_free (part->part);
  g_free (part);
}

/**
 * dz_chapter_new:
 * @paper: (transfer none): what its lines are set with; lives as long as the chapter
 * @id: which part of the document it is
 *
 * Returns: (transfer full): a chapter of flowing blocks, none yet
 */
DzChapter *
dz_chapter_new (DzPaper    *paper,
                const char *id,
                DzPageForm  form)
{
  DzChapter *self = g_new0 (DzChapter, 1);

  self->paper = paper;
  self->id = g_strdup (id);
  self->form = form;
  self->joined = g_ptr_array_new_with_free_func (free_joined);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dz_block_free);

  return self;
}

/**
 * dz_chapter_new_sheet:
 * @title: for the outline
 * @build: makes the blocks; called with rising levels until they fit one page
 *
 * Returns: (transfer full): a chapter of exactly one page, made when it is looked at
 */
DzChapter *
dz_chapter_new_sheet (DzPaper        *paper,
                      const char     *id,
                      const char     *title,
                      DzSheetFunc     build,
                      gpointer        user_data,
                      GDestroyNotify  destroy)
{
  DzChapter *self = g_new0 (DzChapter, 1);

  self->paper = paper;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->build = build;
  self->user_data = user_data;
  self->destroy = destroy;

  return self;
}

void
dz_chapter_free (DzChapter *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->joined, g_ptr_array_unref);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self->id);
  g_free (self->title);
  g_free (self->part);
  g_free (self);
}

/* @block: (transfer full) */
void
dz_chapter_add (DzChapter *self,
                DzBlock   *block)
{
  g_ptr_array_add (self->blocks, block);
}

/* Returns: (transfer none) (element-type DzBlock): the blocks of a flowing chapter */
GPtrArray *
dz_chapter_get_blocks (DzChapter *self)
{
  return self->blocks;
}

static double
type_width (const DzChapter *self)
{
  return self->form == DZ_FORM_FOLDOUT ? DZ_FOLDOUT_TYPE_WIDTH
         : self->form == DZ_FORM_LANDSCAPE ? DZ_TYPE_HEIGHT : DZ_TYPE_WIDTH;
}

static double
type_height (const DzChapter *self)
{
  return self->form == DZ_FORM_LANDSCAPE ? DZ_TYPE_WIDTH : DZ_TYPE_HEIGHT;
}

/* The least that must stand on a page for block @n to begin there, and what it holds on to. */
static double
least_height (DzChapter *self,
              guint      n)
{
  DzBlock *block = g_ptr_array_index (self->blocks, n);
  guint count;

  block->klass->set (block, self->paper, type_width (self));
  count = block->klass->count (block);
  if (block->keep && n + 1 < self->blocks->len)
    {
      DzBlock *next = g_ptr_array_index (self->blocks, n + 1);

      return block->klass->extent (block, 0, count) + block->after + next->before +
             least_height (self, n + 1);
    }
  for (guint at = 1; at < count; at++)
    if (block->klass->can_part (block, at))
      return block->klass->extent (block, 0, at);

  return block->klass->extent (block, 0, count);
}

/* The furthest slice that fits @room, preferring a good place up to five slices earlier. */
static guint
find_part (DzBlock *block,
           guint    from,
           double   room)
{
  guint count = block->klass->count (block), best = from;

  if (block->klass->extent (block, from, count) <= room + EPSILON)
    return count;
  for (guint at = from + 1; at < count; at++)
    {
      if (block->klass->extent (block, from, at) > room + EPSILON)
        break;
      if (block->klass->can_part (block, at))
        best = at;
    }
  if (block->klass->parts_well != NULL)
    for (guint at = best; at > from + 1 && at + 5 > best; at--)
      if (block->klass->can_part (block, at) && block->klass->parts_well (block, at))
        return at;

  return best;
}

static GArray *
add_page (DzChapter *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (DzPlaced));

  g_ptr_array_add (self->pages, page);

  return page;
}

static void
place (DzChapter *self,
       GArray    *page,
       DzBlock   *block,
       guint      from,
       guint      to,
       double     y)
{
  DzPlaced placed = { block, from, to, 0, y, type_width (self), block->klass->extent (block, from, to) };

  g_array_append_val (page, placed);
}

/* Whether block @n and all after it are a few lines. */
static gboolean
is_short_tail (DzChapter *self,
               guint      n)
{
  double height = 0;

  if (n + FEW_BLOCKS < self->blocks->len)
    return FALSE;
  for (guint i = n; i < self->blocks->len; i++)
    {
      DzBlock *block = g_ptr_array_index (self->blocks, i);

      block->klass->set (block, self->paper, type_width (self));
      height += block->before + block->klass->extent (block, 0, block->klass->count (block)) + block->after;
    }

  return height < type_height (self) / 4;
}

/* What would have a page for a few lines takes the end of the table before it along, a fifth of a page.
 *
 * Returns: whether there was such a table; @page and @y are then where it ends
 */
static gboolean
take_along (DzChapter *self,
            GArray   **page,
            double    *y)
{
  DzPlaced *last = &g_array_index (*page, DzPlaced, (*page)->len - 1);
  DzBlock *block = last->block;
  guint at = last->to, to = last->to;

  if (block->role != DZ_ROLE_TABLE || (*page)->len > 1)
    return FALSE;
  do
    at--;
  while (at > last->from && (!block->klass->can_part (block, at) || block->klass->extent (block, at, to) < type_height (self) / 5));
  if (at <= last->from || last->y + block->klass->extent (block, last->from, at) < type_height (self) / 2)
    return FALSE;
  last->to = at;
  last->height = block->klass->extent (block, last->from, at);
  *page = add_page (self);
  place (self, *page, block, at, to, 0);
  *y = block->klass->extent (block, at, to) + block->after;

  return TRUE;
}

static void
flow_block (DzChapter *self,
            guint      n,
            GArray   **page,
            double    *y)
{
  DzBlock *block = g_ptr_array_index (self->blocks, n);
  double height = type_height (self);
  guint from = 0, count;

  block->klass->set (block, self->paper, type_width (self));
  count = block->klass->count (block);
  if (*y > 0)
    *y += block->before;
  if (*y > 0 && *y + least_height (self, n) > height + EPSILON &&
      least_height (self, n) <= height + EPSILON)
    {
      if (is_short_tail (self, n) && take_along (self, page, y))
        *y += block->before;
      else
        {
          *page = add_page (self);
          *y = 0;
        }
    }
  while (from < count)
    {
      guint to = find_part (block, from, height - *y);

      if (to == from && *y > 0)
        {
          *page = add_page (self);
          *y = 0;
          continue;
        }
      if (to == from) /* a slice higher than a page: it stands alone rather than never */
        to = from + 1;
      place (self, *page, block, from, to, *y);
      *y += block->klass->extent (block, from, to);
      from = to;
      if (from < count)
        {
          *page = add_page (self);
          *y = 0;
        }
    }
  *y += block->after;
}

/**
 * dz_chapter_flow:
 *
 * Sets all blocks in lines and breaks them into pages, as many as they need.
 */
void
dz_chapter_flow (DzChapter *self)
{
  GArray *page;
  double y = 0;

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  page = add_page (self);
  for (guint i = 0; i < self->blocks->len; i++)
    flow_block (self, i, &page, &y);
  self->end = y;
}

/* Returns: how many pages the blocks there are would take */
guint
dz_chapter_try_pages (DzChapter *self)
{
  dz_chapter_flow (self);

  return self->pages->len;
}

/* Takes the last block out again: another is to stand there. */
void
dz_chapter_drop_last (DzChapter *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_ptr_array_set_size (self->blocks, (int) self->blocks->len - 1);
}

/**
 * dz_chapter_can_join:
 * @next: follows it in the document
 *
 * Returns: whether @next is to begin on the last page of @self, which is under half full
 */
gboolean
dz_chapter_can_join (DzChapter *self,
                     DzChapter *next)
{
  GArray *page = g_ptr_array_index (self->pages, self->pages->len - 1);
  const DzPlaced *last = page->len > 0 ? &g_array_index (page, DzPlaced, page->len - 1) : NULL;

  return self->joins && next->joins && next->build == NULL && self->form == next->form && next->blocks->len > 0 &&
         last != NULL && last->y + last->height < type_height (self) / 2;
}

/**
 * dz_chapter_join:
 * @next: (transfer full): goes on where @self ends
 */
void
dz_chapter_join (DzChapter *self,
                 DzChapter *next)
{
  DzJoinedPart *part = g_new0 (DzJoinedPart, 1);
  DzBlock *first = g_ptr_array_index (next->blocks, 0);
  GArray *page = g_ptr_array_index (self->pages, self->pages->len - 1);
  guint n = self->blocks->len;
  double y = self->end;

  part->first = first;
  part->id = g_steal_pointer (&next->id);
  part->part = g_steal_pointer (&next->part);
  g_ptr_array_add (self->joined, part);
  g_ptr_array_extend_and_steal (self->joined, g_steal_pointer (&next->joined));
  first->before = MAX (first->before, PART_GAP);
  g_ptr_array_extend_and_steal (self->blocks, g_steal_pointer (&next->blocks));
  dz_chapter_free (next);
  for (guint i = n; i < self->blocks->len; i++)
    flow_block (self, i, &page, &y);
  self->end = y;
}

/**
 * dz_chapter_begin_part:
 * @first: a block of @self, behind those of the parts before
 * @name: what contents and running heads call the part that begins with it
 *
 * For what goes on under another part without a page of its own. Before the chapter is laid out.
 */
void
dz_chapter_begin_part (DzChapter  *self,
                       DzBlock    *first,
                       const char *id,
                       const char *name)
{
  DzJoinedPart *part = g_new0 (DzJoinedPart, 1);

  part->first = first;
  part->id = g_strdup (id);
  part->part = g_strdup (name);
  g_ptr_array_add (self->joined, part);
}

/**
 * dz_chapter_part_at:
 * @page: of the chapter, from 0
 * @id: (out) (optional) (nullable): which part of the document that is
 *
 * Returns: (nullable): what the part is called that the page begins with
 */
const char *
dz_chapter_part_at (DzChapter   *self,
                    guint        page,
                    const char **id)
{
  const char *part = self->part, *part_id = self->id;

  for (guint i = 0; i < self->joined->len; i++)
    {
      const DzJoinedPart *joined = g_ptr_array_index (self->joined, i);
      gboolean begun = FALSE;

      for (guint p = 0; p <= page && !begun; p++)
        {
          GArray *placed = g_ptr_array_index (self->pages, p);

          for (guint k = 0; k < (p < page ? placed->len : MIN (placed->len, 1)) && !begun; k++)
            begun = g_array_index (placed, DzPlaced, k).block == joined->first;
        }
      if (!begun)
        break;
      part = joined->part;
      part_id = joined->id;
    }
  if (id != NULL)
    *id = part_id;

  return part;
}

/**
 * dz_chapter_build:
 *
 * Makes the blocks of a sheet and sets them on exactly one page: shorter versions until one fits; the last
 * is cut rather than spilt.
 */
void
dz_chapter_build (DzChapter *self)
{
  for (guint level = 0; level < DZ_N_SHEET_LEVELS; level++)
    {
      g_clear_pointer (&self->pages, g_ptr_array_unref);
      g_clear_pointer (&self->blocks, g_ptr_array_unref);
      self->blocks = self->build (level, self->user_data);
      dz_chapter_flow (self);
      if (self->pages->len == 1)
        break;
    }
  if (self->pages->len > 1)
    g_ptr_array_set_size (self->pages, 1);
}

/**
 * dz_chapter_forget:
 *
 * Throws away blocks and page of a sheet until dz_chapter_build() makes them again.
 */
void
dz_chapter_forget (DzChapter *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
}
