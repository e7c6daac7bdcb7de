/* dz-personal.c - people in a report: names, numbers and addresses
 *
 * A name is told by what stands around it: the word that says who somebody is
 * (信访人, 当事人, 村民), a second person of the same case, a number that belongs
 * to it, the head of a table's column, or the part it plays in a dispute. Those
 * who act for their office (书记, 调解员, 网格员, 律师 …) and those who sign are
 * named as such in public and are no finding, unless a fault is told of them. 某 is no name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-personal.h"

#include "dz-personal-places.h"
#include "dz-pieces.h"
#include "dz-script.h"

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
  NAME_AT_FAULT, /* an official, and told of a fault: no less a secret for the office */
  NAME_STRONG, /* a word before it says so: only ordinary words are left out */
  NAME_WEAK    /* found by its place in the sentence: no officials, only where something is at issue */
} NameTrust;

typedef struct
{
  GRegex *regex; /* matches where it is tried, it is not searched for */
  DzNamedBy by;
  NameTrust trust;
} NameRule;

typedef struct
{
  GRegex *regex; /* the whole match */
  DzNumberedBy by;
} NumberRule;

/* A second of the names of a list is an official where the first is: so many characters are looked back over. */
#define LONGEST_LIST 400

struct _DzPersonal
{
  GPtrArray *names;    /* NameRule; group 1 is the name */
  GPtrArray *numbers;  /* NumberRule */
  guint n_plain;       /* of these, so many tell by themselves; the others only beside what is sensitive */
  GRegex *chain;       /* a name that follows a name */
  GRegex *person;      /* the words before a name, at their end */
  GRegex *sensitive;
  GRegex *cell;        /* a cell that holds a name and nothing else */
  GRegex *secret;
  GRegex *not_number;  /* words before a number that is no person's */
  DzPersonalPlaces *places;
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
free_name_rule (gpointer data)
{
  NameRule *rule = data;

  g_clear_pointer (&rule->regex, g_regex_unref);
  g_free (rule);
}

static void
free_number_rule (gpointer data)
{
  NumberRule *rule = data;

  g_clear_pointer (&rule->regex, g_regex_unref);
  g_free (rule);
}

static gboolean
add_name (DzPersonal *self,
          const char *pattern,
          DzNamedBy   by,
          NameTrust   trust,
          GError    **error)
{
  NameRule *rule = g_new0 (NameRule, 1);

  rule->by = by;
  rule->trust = trust;
  rule->regex = dz_shared_regex_new_anchored (pattern, error);
  g_ptr_array_add (self->names, rule);

  return rule->regex != NULL;
}

static gboolean
add_number (DzPersonal  *self,
            const char  *pattern,
            DzNumberedBy by,
            GError     **error)
{
  NumberRule *rule = g_new0 (NumberRule, 1);

  rule->by = by;
  rule->regex = dz_shared_regex_new (pattern, error);
  g_ptr_array_add (self->numbers, rule);

  return rule->regex != NULL;
}

/* Those of one character, without the bars. */
static char *
dup_surnames (const DzEntry *entry)
{
  g_auto(GStrv) words = g_strsplit (get_text (entry, "list", "surname"), "|", -1);

  return g_strjoinv ("", words);
}

/* One of those of several characters, of other peoples as well, or one of the list. */
static char *
dup_surname (const DzEntry *entry)
{
  g_autofree char *joined = dup_surnames (entry);

  /* 由于, 对于, 鉴于: 于 ends a word there */
  return g_strdup_printf ("(?:%s|(?!(?<=[由对关处属基鉴至限位便善敢忠利用等高低])于)[%s])", get_text (entry, "list", "compound"),
                          joined);
}

static gboolean
compile_names (DzPersonal    *self,
               const DzEntry *entry,
               GError       **error)
{
  const char *person = get_text (entry, "cue", "person");
  const char *given = get_text (entry, "list", "given");
  const char *fault = get_text (entry, "cue", "fault");
  const char *post = get_text (entry, "cue", "post");
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
  /* “由于只发账号” names nobody: a surname that may end a word needs a given name people have */
  g_autofree char *by_number =
    g_strdup_printf ("((?<=^|" NOT_HAN "|[将对由向被与和为给让找的替帮请访是])%s|%s)[，（、：]?(?:的|其)?(?:本人)?(?:居民|公民)?(?:身份证|身份号码|联系电话|联系方式|电话|手机|银行卡|卡号"
                     "|账号|微信|家住|住址|现住|户籍)", full, likely);
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
  g_autofree char *by_fault = g_strdup_printf ("(?<=%s)(%s[%s](?:(?![" NEVER_GIVEN "])" HAN ")?)(?=(?:(?![对将向就针查制督带组要主依协走把为给到和与及约问])" HAN
                                               "){0,6}?%s)",
                                               post, surname, given, fault);
  g_autofree char *by_kin = g_strdup_printf ("[之其][子女妻夫父母孙](%s|%s[%s]%s)", likely, surname, given, end);
  g_autofree char *chain =
    g_strdup_printf ("(?:[、与和及同跟诉]|以及|(?=之[子女妻夫]))(?:其|之子|之女|之妻|之夫|同村|同组|邻居|妻子?|丈夫|儿子?|女儿?|父亲?|母亲?|弟弟?|哥哥?|姐姐?|妹妹?)?"
                     "(%s|%s[%s]%s)", likely, surname, given, end);
  g_autofree char *cell = g_strdup_printf ("^(?:%s|%s" HAN "{1,2})$", foreign, surname);

  self->chain = dz_shared_regex_new_anchored (chain, error);
  self->cell = self->chain != NULL ? dz_shared_regex_new (cell, error) : NULL;

  return self->cell != NULL && add_name (self, by_role, DZ_NAMED_BY_ROLE, NAME_STRONG, error) &&
         add_name (self, by_role_likely, DZ_NAMED_BY_ROLE, NAME_CERTAIN, error) &&
         add_name (self, by_mask, DZ_NAMED_BY_MASK, NAME_STRONG, error) &&
         add_name (self, by_sex, DZ_NAMED_BY_SEX, NAME_STRONG, error) &&
         add_name (self, by_number, DZ_NAMED_BY_NUMBER, NAME_STRONG, error) &&
         add_name (self, by_digits, DZ_NAMED_BY_DIGITS, NAME_STRONG, error) &&
         add_name (self, by_address_form, DZ_NAMED_BY_ADDRESS, NAME_STRONG, error) &&
         add_name (self, by_kin, DZ_NAMED_BY_KIN, NAME_STRONG, error) &&
         add_name (self, by_part, DZ_NAMED_BY_PART, NAME_WEAK, error) &&
         add_name (self, by_act, DZ_NAMED_BY_ACT, NAME_WEAK, error) &&
         add_name (self, by_fault, DZ_NAMED_BY_FAULT, NAME_AT_FAULT, error);
}

static gboolean
compile_numbers (DzPersonal *self,
                 GError    **error)
{
  const char *day = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
  g_autofree char *identity = g_strdup_printf ("(?<![\\dA-Za-z])[1-8]\\d{5}(?:18|19|20)\\d{2}%s\\d{3}[\\dXx](?![\\dA-Za-z])", day);
  g_autofree char *old = g_strdup_printf ("(?<![\\dA-Za-z])[1-8]\\d{7}%s\\d{3}(?![\\dA-Za-z])", day);

  return add_number (self, identity, DZ_NUMBERED_BY_DIGITS, error) && add_number (self, old, DZ_NUMBERED_BY_DIGITS, error) &&
         add_number (self, "(?<![\\dA-Za-z.])(?:\\+?86-?)?1[3-9]\\d-?\\d{4}-?\\d{4}(?![\\dA-Za-z])", DZ_NUMBERED_BY_DIGITS, error) &&
         add_number (self, "(?<![\\dA-Za-z])(?:62|4|5|3)\\d{3}-?(?:\\d{4}-?){2}\\d{3,7}(?![\\dA-Za-z])", DZ_NUMBERED_BY_DIGITS, error) &&
         add_number (self, "(?:银行卡号?|卡号|账号|账户|存折号?)(?:为|是|：)?\\K\\d{12,20}", DZ_NUMBERED_BY_WORD, error) &&
         add_number (self, "(?:身份证|身份号码|证件号码?)(?:号码?)?(?:为|是|：)?\\K\\d{8,17}[\\dXx]", DZ_NUMBERED_BY_WORD, error) &&
         add_number (self, "(?:微信号?|QQ号?)(?:为|是|：)?\\K[A-Za-z0-9_-]{5,20}", DZ_NUMBERED_BY_WORD, error) &&
         add_number (self, "(?:家住|现住|住址|住在|居住在|居住于|户籍地?|住所地?|家庭地址|家庭住址)[：为是在]{0,2}"
                           "[^，。；、\\n]{0,30}?[\\d一二三四五六七八九十百]+(?:号|室|户)", DZ_NUMBERED_BY_HOME, error) &&
         (self->n_plain = self->numbers->len) > 0 && add_number (self, "[\\d一二三四五六七八九十]+(?:组|社|队)[\\d一二三四五六七八九十百]+号(?!文|令|楼)", DZ_NUMBERED_BY_GROUP, error) &&
         add_number (self, "[\\d一二三四五六七八九十]+(?:栋|幢|号楼|座)(?:[\\d一二三四五六七八九十]+单元)?"
                           "[\\d一二三四五六七八九十百]+(?:室|号|户)", DZ_NUMBERED_BY_HOUSE, error);
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
  g_autofree char *surnames = dup_surnames (entry);
  g_autofree char *person = g_strdup_printf ("%s[：（“‘\\t|]?$", get_text (entry, "cue", "person"));

  self->names = g_ptr_array_new_with_free_func (free_name_rule);
  self->numbers = g_ptr_array_new_with_free_func (free_number_rule);
  self->places = dz_personal_places_new (surnames, get_text (entry, "list", "compound"),
                                         get_text (entry, "list", "given"), get_text (entry, "cue", "person"));
  self->ordinary = g_strconcat ("|", get_text (entry, "list", "not-a-name"), "|", NULL);
  self->official = g_strconcat ("|", get_text (entry, "list", "official"), "|", NULL);
  self->column = g_strconcat ("|", get_text (entry, "list", "column"), "|", NULL);
  if (!compile_names (self, entry, error) || !compile_numbers (self, error) ||
      (self->person = dz_shared_regex_new (person, error)) == NULL ||
      (self->sensitive = dz_shared_regex_new (get_text (entry, "cue", "sensitive"), error)) == NULL ||
      (self->secret = dz_shared_regex_new (get_text (entry, "cue", "secret"), error)) == NULL ||
      (self->not_number = dz_shared_regex_new ("(?:信用代码|索引号|文号|编号|案号|执法证号|登记号|条码)[^，。；\\n]{0,6}$", error)) == NULL)
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
  g_clear_pointer (&self->places, dz_personal_places_free);
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

/* One text while it is searched. */
typedef struct
{
  DzPersonal *self;
  const char *folded;
  gsize len;
  GArray *hits;
  DzSpan sentence; /* asked about last: the next name may stand in it too */
  gboolean is_sensitive;
} Search;

/* The sentence around @at, as long as a person would look. */
static gboolean
is_sensitive (Search *search,
              gsize   at)
{
  const char *folded = search->folded;
  gsize start = at, end = at, len = search->len;
  g_autofree char *sentence = NULL;

  if (at >= search->sentence.start && at < search->sentence.end)
    return search->is_sensitive;
  while (start > 0 && folded[start - 1] != '\n' &&
         !(start >= 3 && memcmp (folded + start - 3, "。", 3) == 0))
    start--;
  while (end < len && folded[end] != '\n' && !(end + 3 <= len && memcmp (folded + end, "。", 3) == 0))
    end++;
  sentence = g_strndup (folded + start, end - start);
  search->sentence = (DzSpan){ start, end };
  search->is_sensitive = g_regex_match (search->self->sensitive, sentence, 0, NULL);

  return search->is_sensitive;
}

/* 网格员王建国、李秀英: the second of two officials. Names are two to four characters long; those
 * before are looked back over, from all the places the last may begin at. */
static gboolean
follows_official (DzPersonal *self,
                  const char *folded,
                  gsize       at)
{
  const gsize n = strlen ("、");
  guint64 begins = 1; /* bit k: a name may begin k characters before @at */

  for (guint back = 0; back < LONGEST_LIST && begins != 0 && n * (back + 1) <= at; back++, begins >>= 1)
    {
      gsize mark = at - n * back;

      if ((begins & 1) == 0 || memcmp (folded + mark - n, "、", n) != 0)
        continue;
      for (guint characters = 2; characters <= 4 && n * (characters + 1) <= mark; characters++)
        if (has_word (self->official, folded, mark - n * (characters + 1), FALSE))
          return TRUE;
      begins |= (guint64) 7 << 3;
    }

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

/* Hits are kept in order and none within another, so that of a long list only the neighbours are looked at. */
static void
take (GArray *hits,
      DzSpan  shown,
      DzSpan  secret)
{
  DzPersonalHit hit = { shown, secret };
  guint at = 0, high = hits->len;

  while (at < high)
    {
      guint middle = (at + high) / 2;

      if (g_array_index (hits, DzPersonalHit, middle).secret.start <= secret.start)
        at = middle + 1;
      else
        high = middle;
    }
  if (at > 0 && dz_span_contains (g_array_index (hits, DzPersonalHit, at - 1).secret, secret))
    return;
  if (at > 0 && dz_span_contains (secret, g_array_index (hits, DzPersonalHit, at - 1).secret))
    g_array_remove_index (hits, --at);
  if (at < hits->len && dz_span_contains (g_array_index (hits, DzPersonalHit, at).secret, secret))
    return;
  while (at < hits->len && dz_span_contains (secret, g_array_index (hits, DzPersonalHit, at).secret))
    g_array_remove_index (hits, at);
  g_array_insert_val (hits, at, hit);
}

static gboolean
is_name (Search   *search,
         DzSpan    name,
         NameTrust trust)
{
  DzPersonal *self = search->self;

  if ((trust != NAME_AT_FAULT && is_official (self, search->folded, search->len, name)) ||
      (trust != NAME_CERTAIN && has_word (self->ordinary, search->folded + name.start, search->len - name.start, TRUE)))
    return FALSE;

  return trust != NAME_WEAK || is_sensitive (search, name.start);
}

/* 王建国、李秀英; 王建国与邻居李秀英 */
static void
follow_chain (Search *search,
              gsize   from)
{
  for (;;)
    {
      g_autoptr(GMatchInfo) match = NULL;
      DzSpan name;
      int start, end;

      if (!dz_pieces_match_at (search->self->chain, search->folded, search->len, from, &match))
        return;
      g_match_info_fetch_pos (match, 1, &start, &end);
      name = (DzSpan){ (gsize) start, (gsize) end };
      if (!is_name (search, name, NAME_STRONG))
        return;
      take (search->hits, name, name);
      from = name.end;
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

/* Tries a rule at every place it may match at, each behind the match before. */
static void
try_rule (Search         *search,
          const NameRule *rule,
          const GArray   *places)
{
  gsize from = 0;

  for (guint i = 0; i < places->len; i++)
    {
      gsize place = g_array_index (places, guint32, i);
      g_autoptr(GMatchInfo) match = NULL;
      int start, end;
      DzSpan name;

      if (place < from || !dz_pieces_match_at (rule->regex, search->folded, search->len, place, &match))
        continue;
      g_match_info_fetch_pos (match, 0, NULL, &end);
      from = (gsize) end;
      g_match_info_fetch_pos (match, g_match_info_get_match_count (match) - 1, &start, &end);
      name = (DzSpan){ (gsize) start, (gsize) end };
      if (!is_name (search, name, rule->trust))
        continue;
      take (search->hits, (DzSpan){ find_role (search->self, search->folded, name.start), name.end }, name);
      follow_chain (search, name.end);
    }
}

static void
try_number (Search           *search,
            const NumberRule *rule,
            gboolean          plain)
{
  DzSpan number = DZ_SPAN_NONE;

  while (!dz_span_is_empty (number = dz_pieces_find_next (rule->regex, search->folded, search->len, number.end)))
    {
      gsize from = number.start > 48 ? number.start - 48 : 0;
      g_autofree char *before = NULL;

      while (from < number.start && (search->folded[from] & 0xc0) == 0x80)
        from++;
      before = g_strndup (search->folded + from, number.start - from);
      if (!g_regex_match (search->self->not_number, before, 0, NULL) &&
          (plain || is_sensitive (search, number.start)))
        take (search->hits, number, number);
    }
}

static void
find_names_and_numbers (Search *search)
{
  DzPersonal *self = search->self;
  GArray *names[DZ_NAMED_N];
  gboolean numbers[DZ_NUMBERED_N];

  for (guint i = 0; i < DZ_NAMED_N; i++)
    names[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  dz_personal_places_find (self->places, search->folded, search->len, names, numbers);
  for (guint i = 0; i < self->names->len; i++)
    {
      const NameRule *rule = g_ptr_array_index (self->names, i);

      try_rule (search, rule, names[rule->by]);
    }
  for (guint i = 0; i < self->numbers->len; i++)
    {
      const NumberRule *rule = g_ptr_array_index (self->numbers, i);

      if (numbers[rule->by])
        try_number (search, rule, i < self->n_plain);
    }
  for (guint i = 0; i < DZ_NAMED_N; i++)
    g_array_unref (names[i]);
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

  if (memchr (text, '\t', len) == NULL && memchr (text, '|', len) == NULL)
    return;
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
find_marks (Search *search)
{
  DzSpan mark = DZ_SPAN_NONE;

  while (!dz_span_is_empty (mark = dz_pieces_find_next (search->self->secret, search->folded, search->len, mark.end)))
    take (search->hits, mark, mark);
}

/**
 * dz_personal_find:
 * @text: the report's
 * @fold: of @text
 *
 * Traditional characters are read as simplified ones, also where only a few stand in the text.
 *
 * Returns: (transfer full) (element-type DzPersonalHit): whom the text names, in order; marks of
 *   secrecy among them
 */
GArray *
dz_personal_find (DzPersonal *self,
                  const char *text,
                  gsize       len,
                  DzFold     *fold)
{
  gsize folded_len;
  const char *folded = dz_fold_peek (fold, &folded_len);
  g_autofree char *simplified = dz_script_dup_simplified (folded, folded_len);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (DzPersonalHit));
  Search search = { self, simplified != NULL ? simplified : folded, folded_len, hits, DZ_SPAN_NONE, FALSE };

  find_names_and_numbers (&search);
  find_marks (&search);
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
