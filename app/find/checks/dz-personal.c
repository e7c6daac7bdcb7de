/* dz-personal.c - people in a report: names, numbers and addresses
 *
 * A name is told by what stands around it: the word that says who somebody is
 * (信访人, 当事人, 村民), a second person of the same case, a number that belongs
 * to it, the head of a table's column, or the part it plays in a dispute. Those
 * who act for their office (书记, 调解员, 网格员, 律师 …) and those who sign are
 * named as such in public and are no finding. 某 is no name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-personal.h"

#include "dz-fold.h"

#include <string.h>

/* Not \\p{Han}: by the script's extensions that holds 。 and 、 too. */
#define HAN "[\\x{4e00}-\\x{9fff}]"
#define NOT_HAN "[^\\x{4e00}-\\x{9fff}]"
/* What cannot be a character of a given name, because it goes on after one. */
#define NEVER_GIVEN "的与因等在向被将对诉反是已及系不曾某，。"
/* What may follow a name. */
#define AFTER "的与和因等在向被将对到一诉反来是已为从家户之夫父母及两于系不曾自某称表说提申请要求多次持患居住同跟给把让受遭" \
              "获死伤离结欠借拖打发以其前就拒长常独无有上去驾骑酒涉犯服刑强组履落未经擅私违种养建租买卖抢占用开停"

typedef enum
{
  NAME_CERTAIN, /* a word before it says so, and its characters are those of names */
  NAME_STRONG, /* a word before it says so: only ordinary words are left out */
  NAME_WEAK    /* found by its place in the sentence: no officials, only where something is at issue */
} NameTrust;

typedef struct
{
  GRegex *regex;
  NameTrust trust;
} NameRule;

struct _DzPersonal
{
  GPtrArray *names;    /* NameRule; group 1 is the name */
  GPtrArray *numbers;  /* GRegex; the whole match */
  guint n_plain;       /* of these, so many tell by themselves; the others only beside what is sensitive */
  GRegex *chain;       /* a name that follows a name */
  GRegex *person;      /* the words before a name, at their end */
  GRegex *sensitive;
  GRegex *cell;        /* a cell that holds a name and nothing else */
  GRegex *secret;
  GRegex *not_number;  /* words before a number that is no person's */
  char *ordinary;      /* |words|that|begin|like|names| */
  char *official;      /* likewise: what officials are called */
  char *column;        /* likewise: heads of a table's column of people */
};

static const char *
get_text (const DzEntry *entry,
          const char    *element,
          const char    *role)
{
  for (guint i = 0; i < entry->rules->len; i++)
    {
      const DzRule *rule = g_ptr_array_index (entry->rules, i);

      if (g_str_equal (rule->name, element) && g_strcmp0 (dz_rule_get_attribute (rule, "role"), role) == 0)
        return rule->text;
    }

  return "(?!)"; /* matches nothing */
}

static void
free_rule (gpointer data)
{
  NameRule *rule = data;

  g_clear_pointer (&rule->regex, g_regex_unref);
  g_free (rule);
}

static GRegex *
compile (const char *pattern,
         GError    **error)
{
  return g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, error);
}

static gboolean
add_name (DzPersonal *self,
          const char *pattern,
          NameTrust   trust,
          GError    **error)
{
  NameRule *rule = g_new0 (NameRule, 1);

  rule->trust = trust;
  rule->regex = compile (pattern, error);
  g_ptr_array_add (self->names, rule);

  return rule->regex != NULL;
}

static gboolean
add_number (DzPersonal *self,
            const char *pattern,
            GError    **error)
{
  GRegex *regex = compile (pattern, error);

  if (regex != NULL)
    g_ptr_array_add (self->numbers, regex);

  return regex != NULL;
}

/* One of those of several characters, of other peoples as well, or one of the list. */
static char *
dup_surname (const DzEntry *entry)
{
  g_autofree char *list = g_strdup (get_text (entry, "list", "surname"));
  g_auto(GStrv) words = g_strsplit (list, "|", -1);
  g_autofree char *joined = g_strjoinv ("", words);

  return g_strdup_printf ("(?:%s|[%s])", get_text (entry, "list", "compound"), joined);
}

static gboolean
compile_names (DzPersonal    *self,
               const DzEntry *entry,
               GError       **error)
{
  const char *person = get_text (entry, "cue", "person");
  const char *given = get_text (entry, "list", "given");
  g_autofree char *surname = dup_surname (entry);
  g_autofree char *full = g_strdup_printf ("%s(?:(?![" NEVER_GIVEN "])" HAN "){1,2}", surname);
  g_autofree char *likely = g_strdup_printf ("%s\n?[%s]\n?[%s]", surname, given, given);
  g_autofree char *certain = g_strdup_printf ("(?:%s|(?:欧阳|司马|上官|诸葛)[%s])", likely, given);
  g_autofree char *weak = g_strdup_printf ("(?![管连向于施包安常项付单左冷古温])%s", likely);
  g_autofree char *end = g_strdup ("(?=" NOT_HAN "|$|[" AFTER "])");
  g_autofree char *foreign = g_strdup (HAN "{2,6}·" HAN "{2,8}");
  g_autofree char *by_role = g_strdup_printf ("%s[：（“‘\\t|]?(%s|%s%s)", person, foreign, full, end);
  g_autofree char *by_role_likely = g_strdup_printf ("%s[：（“‘\\t|]?(%s)", person, certain);
  g_autofree char *by_mask = g_strdup_printf (HAN "某{1,2}[（，]?(?:即|原名|真名|实名|本名)?[：]?(%s)[）]", full);
  g_autofree char *by_sex = g_strdup_printf ("(?<!" HAN ")(%s)[，（、]{1,2}(?:男|女)(?!" HAN ")", full);
  g_autofree char *by_number =
    g_strdup_printf ("(%s)[，（、：]?(?:的|其)?(?:本人)?(?:居民|公民)?(?:身份证|身份号码|联系电话|联系方式|电话|手机|银行卡|卡号"
                     "|账号|微信|家住|住址|现住|户籍)", full);
  g_autofree char *by_digits = g_strdup_printf ("(?<!" HAN ")(%s)[，（、：\\t|]?(?=\\d{11})", full);
  g_autofree char *by_address_form = g_strdup_printf ("(?<=^|" NOT_HAN "|[将对由向被与和为给让找的替帮为请访])(%s|%s[%s])(?=先生|女士|夫妇|夫妻|父子|母子|母女|父女"
                                                 "|大爷|大妈|大叔|大婶|阿姨|婆婆|奶奶|爷爷|老人|一家)",
                                                 likely, surname, given);
  g_autofree char *by_part =
    g_strdup_printf ("(?<=^|" NOT_HAN "|[将对由向被与和为给让找访替帮])(%s)(?=因|与|和|跟|反映|多次|不服|起诉|上访|信访|称|诉|家|两家|等"
                     "|的|向|到|在|被|之|双方|二人|两人|两户|户|不满|拒|至今|持|将|已|对|系|[，、（：。；”])",
                     weak);
  g_autofree char *by_act = g_strdup_printf ("(?<=^|" NOT_HAN "|[将对由向被与和为给让找访])(%s[%s])(?=因|与.{1,12}(?:纠纷|矛盾)|反映|多次|不服"
                                             "|起诉|上访|信访|诉)",
                                             surname, given);
  g_autofree char *by_kin = g_strdup_printf ("[之其][子女妻夫父母孙](%s|%s[%s]%s)", likely, surname, given, end);
  g_autofree char *chain =
    g_strdup_printf ("(?:[、与和及同跟诉]|以及|(?=之[子女妻夫]))(?:其|之子|之女|之妻|之夫|同村|同组|邻居|妻子?|丈夫|儿子?|女儿?|父亲?|母亲?|弟弟?|哥哥?|姐姐?|妹妹?)?"
                     "(%s|%s[%s]%s)", likely, surname, given, end);
  g_autofree char *cell = g_strdup_printf ("^(?:%s|%s" HAN "{1,2})$", foreign, surname);

  self->chain = compile (chain, error);
  self->cell = self->chain != NULL ? compile (cell, error) : NULL;

  return self->cell != NULL && add_name (self, by_role, NAME_STRONG, error) &&
         add_name (self, by_role_likely, NAME_CERTAIN, error) && add_name (self, by_mask, NAME_STRONG, error) &&
         add_name (self, by_sex, NAME_STRONG, error) && add_name (self, by_number, NAME_STRONG, error) &&
         add_name (self, by_digits, NAME_STRONG, error) && add_name (self, by_address_form, NAME_STRONG, error) && add_name (self, by_kin, NAME_STRONG, error) &&
         add_name (self, by_part, NAME_WEAK, error) && add_name (self, by_act, NAME_WEAK, error);
}

static gboolean
compile_numbers (DzPersonal *self,
                 GError    **error)
{
  const char *day = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
  g_autofree char *identity = g_strdup_printf ("(?<![\\dA-Za-z])[1-8]\\d{5}(?:18|19|20)\\d{2}%s\\d{3}[\\dXx](?![\\dA-Za-z])", day);
  g_autofree char *old = g_strdup_printf ("(?<![\\dA-Za-z])[1-8]\\d{7}%s\\d{3}(?![\\dA-Za-z])", day);

  return add_number (self, identity, error) && add_number (self, old, error) &&
         add_number (self, "(?<![\\dA-Za-z.])(?:\\+?86-?)?1[3-9]\\d-?\\d{4}-?\\d{4}(?![\\dA-Za-z])", error) &&
         add_number (self, "(?<![\\dA-Za-z])(?:62|4|5|3)\\d{3}-?(?:\\d{4}-?){2}\\d{3,7}(?![\\dA-Za-z])", error) &&
         add_number (self, "(?:银行卡号?|卡号|账号|账户|存折号?)(?:为|是|：)?\\K\\d{12,20}", error) &&
         add_number (self, "(?:身份证|身份号码|证件号码?)(?:号码?)?(?:为|是|：)?\\K\\d{8,17}[\\dXx]", error) &&
         add_number (self, "(?:微信号?|QQ号?)(?:为|是|：)?\\K[A-Za-z0-9_-]{5,20}", error) &&
         add_number (self, "(?:家住|现住|住址|住在|居住在|居住于|户籍地?|住所地?|家庭地址|家庭住址)[：为是在]{0,2}"
                           "[^，。；、\\n]{0,30}?[\\d一二三四五六七八九十百]+(?:号|室|户)", error) &&
         (self->n_plain = self->numbers->len) > 0 && add_number (self, "[\\d一二三四五六七八九十]+(?:组|社|队)[\\d一二三四五六七八九十百]+号(?!文|令|楼)", error) &&
         add_number (self, "[\\d一二三四五六七八九十]+(?:栋|幢|号楼|座)(?:[\\d一二三四五六七八九十]+单元)?"
                           "[\\d一二三四五六七八九十百]+(?:室|号|户)", error);
}

/**
 * dz_personal_new:
 * @entry: C-PRIVACY of the codebook
 *
 * Returns: (transfer full) (nullable): the compiled rules, or %NULL with @error set
 */
DzPersonal *
dz_personal_new (const DzEntry *entry,
                 GError       **error)
{
  DzPersonal *self = g_new0 (DzPersonal, 1);
  g_autofree char *person = g_strdup_printf ("%s[：（“‘\\t|]?$", get_text (entry, "cue", "person"));

  self->names = g_ptr_array_new_with_free_func (free_rule);
  self->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  self->ordinary = g_strconcat ("|", get_text (entry, "list", "not-a-name"), "|", NULL);
  self->official = g_strconcat ("|", get_text (entry, "list", "official"), "|", NULL);
  self->column = g_strconcat ("|", get_text (entry, "list", "column"), "|", NULL);
  if (!compile_names (self, entry, error) || !compile_numbers (self, error) ||
      (self->person = compile (person, error)) == NULL ||
      (self->sensitive = compile (get_text (entry, "cue", "sensitive"), error)) == NULL ||
      (self->secret = compile (get_text (entry, "cue", "secret"), error)) == NULL ||
      (self->not_number = compile ("(?:信用代码|索引号|文号|编号|案号|执法证号|登记号|条码)[^，。；\\n]{0,6}$", error)) == NULL)
    g_clear_pointer (&self, dz_personal_free);

  return self;
}

void
dz_personal_free (DzPersonal *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->numbers);
  g_clear_pointer (&self->chain, g_regex_unref);
  g_clear_pointer (&self->person, g_regex_unref);
  g_clear_pointer (&self->sensitive, g_regex_unref);
  g_clear_pointer (&self->cell, g_regex_unref);
  g_clear_pointer (&self->secret, g_regex_unref);
  g_clear_pointer (&self->not_number, g_regex_unref);
  g_free (self->ordinary);
  g_free (self->official);
  g_free (self->column);
  g_free (self);
}

/* Whether one of |the|words| stands at the end of @text, or with @at_start at its beginning. */
static gboolean
has_word (const char *words,
          const char *text,
          gsize       len,
          gboolean    at_start)
{
  for (const char *p = words + 1, *bar; (bar = strchr (p, '|')) != NULL; p = bar + 1)
    {
      gsize n = (gsize) (bar - p);

      if (n > 0 && n <= len && memcmp (at_start ? text : text + len - n, p, n) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The sentence around @at, as long as a person would look. */
static gboolean
is_sensitive (DzPersonal *self,
              const char *folded,
              gsize       len,
              gsize       at)
{
  gsize start = at, end = at;
  g_autofree char *sentence = NULL;

  while (start > 0 && folded[start - 1] != '\n' &&
         !(start >= 3 && memcmp (folded + start - 3, "。", 3) == 0))
    start--;
  while (end < len && folded[end] != '\n' && !(end + 3 <= len && memcmp (folded + end, "。", 3) == 0))
    end++;
  sentence = g_strndup (folded + start, end - start);

  return g_regex_match (self->sensitive, sentence, 0, NULL);
}

/* 网格员王建国、李秀英: the second of two officials. */
static gboolean
follows_official (DzPersonal *self,
                  const char *folded,
                  gsize       at)
{
  const gsize n = strlen ("、");

  if (at < n || memcmp (folded + at - n, "、", n) != 0)
    return FALSE;
  for (gsize len = 2 * n; len <= 4 * n && len + n <= at; len += n)
    if (has_word (self->official, folded, at - n - len, FALSE) || follows_official (self, folded, at - n - len))
      return TRUE;

  return FALSE;
}

static gboolean
is_official (DzPersonal *self,
             const char *folded,
             gsize       len,
             DzSpan      name)
{
  gsize before = name.start;

  /* 书记：王建国, 书记“王建国”, “最美调解员”王建国 */
  while (before >= 3 && (memcmp (folded + before - 3, "：", 3) == 0 || memcmp (folded + before - 3, "“", 3) == 0 ||
                         memcmp (folded + before - 3, "”", 3) == 0))
    before -= 3;

  return has_word (self->official, folded, before, FALSE) || follows_official (self, folded, before) ||
         has_word (self->official, folded + name.end, len - name.end, TRUE);
}

static void
take (GArray *hits,
      DzSpan  shown,
      DzSpan  secret)
{
  DzPersonalHit hit = { shown, secret };

  for (guint i = 0; i < hits->len; i++)
    {
      DzPersonalHit *other = &g_array_index (hits, DzPersonalHit, i);

      if (dz_span_contains (other->secret, secret))
        return;
      if (dz_span_contains (secret, other->secret))
        {
          *other = hit;
          return;
        }
    }
  g_array_append_val (hits, hit);
}

static gboolean
is_name (DzPersonal *self,
         const char *folded,
         gsize       len,
         DzSpan      name,
         NameTrust   trust)
{
  if (is_official (self, folded, len, name) ||
      (trust != NAME_CERTAIN && has_word (self->ordinary, folded + name.start, len - name.start, TRUE)))
    return FALSE;

  return trust != NAME_WEAK || is_sensitive (self, folded, len, name.start);
}

/* 王建国、李秀英; 王建国与邻居李秀英 */
static void
follow_chain (DzPersonal *self,
              const char *folded,
              gsize       len,
              gsize       from,
              GArray     *hits)
{
  for (;;)
    {
      g_autoptr(GMatchInfo) match = NULL;
      int start, end;

      if (!g_regex_match_full (self->chain, folded, (gssize) len, (gint) from, G_REGEX_MATCH_ANCHORED, &match, NULL))
        return;
      g_match_info_fetch_pos (match, 1, &start, &end);
      if (!is_name (self, folded, len, (DzSpan){ (gsize) start, (gsize) end }, NAME_STRONG))
        return;
      take (hits, (DzSpan){ (gsize) start, (gsize) end }, (DzSpan){ (gsize) start, (gsize) end });
      from = (gsize) end;
    }
}

/* Where the word that says who it is begins: 上访户 of 上访户贾守田. */
static gsize
find_role (DzPersonal *self,
           const char *folded,
           gsize       at)
{
  gsize from = at > 36 ? at - 36 : 0;
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *before = NULL;
  int start;

  while (from < at && (folded[from] & 0xc0) == 0x80)
    from++;
  before = g_strndup (folded + from, at - from);
  if (!g_regex_match (self->person, before, 0, &match) || !g_match_info_fetch_pos (match, 0, &start, NULL))
    return at;

  return from + (gsize) start;
}

static void
find_names (DzPersonal *self,
            const char *folded,
            gsize       len,
            GArray     *hits)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const NameRule *rule = g_ptr_array_index (self->names, i);
      g_autoptr(GMatchInfo) match = NULL;

      g_regex_match_full (rule->regex, folded, (gssize) len, 0, 0, &match, NULL);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          int n = g_match_info_get_match_count (match) - 1, start, end;
          DzSpan name;

          g_match_info_fetch_pos (match, n, &start, &end);
          name = (DzSpan){ (gsize) start, (gsize) end };
          if (!is_name (self, folded, len, name, rule->trust))
            continue;
          take (hits, (DzSpan){ find_role (self, folded, name.start), name.end }, name);
          follow_chain (self, folded, len, name.end, hits);
        }
    }
}

static void
find_numbers (DzPersonal *self,
              const char *folded,
              gsize       len,
              GArray     *hits)
{
  for (guint i = 0; i < self->numbers->len; i++)
    {
      g_autoptr(GMatchInfo) match = NULL;

      g_regex_match_full (g_ptr_array_index (self->numbers, i), folded, (gssize) len, 0, 0, &match, NULL);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          int start, end;
          gsize from;
          g_autofree char *before = NULL;

          g_match_info_fetch_pos (match, 0, &start, &end);
          from = start > 48 ? (gsize) start - 48 : 0;
          while (from < (gsize) start && (folded[from] & 0xc0) == 0x80)
            from++;
          before = g_strndup (folded + from, (gsize) start - from);
          if (!g_regex_match (self->not_number, before, 0, NULL) &&
              (i < self->n_plain || is_sensitive (self, folded, len, (gsize) start)))
            take (hits, (DzSpan){ (gsize) start, (gsize) end }, (DzSpan){ (gsize) start, (gsize) end });
        }
    }
}

/* The column of people in a table's head, -1 if it has none or is a table of staff. */
static int
find_column (DzPersonal *self,
             char      **cells)
{
  int column = -1;

  for (int i = 0; cells[i] != NULL; i++)
    {
      if (strstr (cells[i], "职务") != NULL || strstr (cells[i], "岗位") != NULL || strstr (cells[i], "执法证") != NULL)
        return -1;
      if (column < 0 && has_word (self->column, cells[i], strlen (cells[i]), FALSE) &&
          g_utf8_strlen (cells[i], -1) <= 8)
        column = i;
    }

  return column;
}

/* The cells of a row, parted by tabs or bars, as the rules read them. */
static char **
split_row (const char *line)
{
  char **cells = g_strsplit_set (line, "\t|", -1);

  for (int i = 0; cells[i] != NULL; i++)
    {
      char *folded = dz_fold_words (cells[i]);

      g_free (cells[i]);
      cells[i] = g_strstrip (folded);
    }

  return cells;
}

/* What stands under 姓名 or 信访人 in a table is a name. */
static void
find_in_tables (DzPersonal *self,
                const char *text,
                gsize       len,
                GArray     *hits)
{
  int column = -1;
  gsize at = 0;

  while (at < len)
    {
      const char *newline = memchr (text + at, '\n', len - at);
      gsize end = newline != NULL ? (gsize) (newline - text) : len, cell = at;
      g_autofree char *line = g_strndup (text + at, end - at);

      if (strpbrk (line, "\t|") == NULL)
        column = -1;
      else
        {
          g_auto(GStrv) cells = split_row (line);

          for (int i = 0; column >= 0 && cells[i] != NULL; i++)
            {
              gsize n = strcspn (text + cell, "\t|\n");

              if (i == column && g_regex_match (self->cell, cells[i], 0, NULL))
                take (hits, (DzSpan){ cell, cell + n }, (DzSpan){ cell, cell + n });
              cell += n + 1;
            }
          if (column < 0)
            column = find_column (self, cells);
        }
      at = end + 1;
    }
}

static gint
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const DzPersonalHit *left = a, *right = b;

  return left->secret.start < right->secret.start ? -1 : left->secret.start > right->secret.start;
}

static void
find_marks (DzPersonal *self,
            const char *folded,
            gsize       len,
            GArray     *hits)
{
  g_autoptr(GMatchInfo) match = NULL;

  g_regex_match_full (self->secret, folded, (gssize) len, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      take (hits, (DzSpan){ (gsize) start, (gsize) end }, (DzSpan){ (gsize) start, (gsize) end });
    }
}

/**
 * dz_personal_find:
 *
 * Traditional characters are read as simplified ones, also where only a few stand in the text.
 *
 * Returns: (transfer full) (element-type DzPersonalHit): whom the text names, in order; marks of
 *   secrecy among them
 */
GArray *
dz_personal_find (DzPersonal *self,
                  const char *text,
                  gsize       len)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (DzPersonalHit));
  g_autoptr(DzFold) fold = dz_fold_new_simplified (text, len);
  gsize folded_len;
  const char *folded = dz_fold_peek (fold, &folded_len);

  find_names (self, folded, folded_len, hits);
  find_numbers (self, folded, folded_len, hits);
  find_marks (self, folded, folded_len, hits);
  for (guint i = 0; i < hits->len; i++)
    {
      DzPersonalHit *hit = &g_array_index (hits, DzPersonalHit, i);

      hit->shown = dz_fold_to_original (fold, hit->shown);
      hit->secret = dz_fold_to_original (fold, hit->secret);
    }
  find_in_tables (self, text, len, hits);
  g_array_sort (hits, compare_hits);

  return hits;
}
