/* dz-encoding.c - bytes of unknown encoding become UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dz-encoding.h"

#include "dz-error.h"
#include "dz-limits.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet.h>

#define REPLACEMENT "\357\277\275"
#define SAMPLE 8192

/* The most common characters of such reports, simplified and traditional: bytes decoded as the wrong
 * one of two encodings hardly ever give one of them. */
static const char common[] =
  "的一是不了在有和年法治政府建设設工作情况況行政执執律镇鎮乡鄉街道办辦事处處人民中国國大会會上下为為以及"
  "对對个個月日全面进進开開展推动動学學习習领領导導干幹部党黨委员員书書记記服务務调調解纠糾纷紛矛盾化村社区區"
  "居群众眾普宣传傳教育培训訓次名件起场場万萬元多加强強提高能力水平制度机機构構责責任落实實完善规規范範公"
  "正文明安全信访訪排查整治监監督检檢合同审審核重决決策依据據问問题題存不足够夠下步打算计計划劃主要举舉措成效"
  "持续續深入综綜队隊伍基层層司所平台臺组組织織活咨询詢援助企业業发發布告知识識到位我们們这這来來时時地出就"
  "分生后後作用于於也可他自过過子着著之家经經等与與种種方本得所现現前理用心定关關系係统統新化最高好";

static const struct
{
  const char *bom;
  gsize len;
  const char *encoding;
} boms[] = {
  { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xff\xfe\0\0", 4, "UTF-32LE" },
  { "\0\0\xfe\xff", 4, "UTF-32BE" },
  { "\xff\xfe", 2, "UTF-16LE" },
  { "\xfe\xff", 2, "UTF-16BE" },
  { "\x84\x31\x95\x33", 4, "GB18030" },
};

static void
append_replacement (GString *out,
                    guint   *n)
{
  g_string_append (out, REPLACEMENT);
  *n += 1;
}

/* How many bytes to step over where @encoding cannot go on. */
static gsize
unit_size (const char *encoding)
{
  return strstr (encoding, "16") != NULL ? 2 : strstr (encoding, "32") != NULL ? 4 : 1;
}

static gboolean
convert_into (GString      *out,
              const guint8 *data,
              gsize         len,
              const char   *encoding,
              guint        *n_replaced)
{
  GIConv conv = g_iconv_open ("UTF-8", encoding);
  char *in = (char *) data;
  gsize in_left = len;
  char buffer[8192];

  if (conv == (GIConv) -1)
    return FALSE;
  while (in_left > 0)
    {
      char *to = buffer;
      gsize to_left = sizeof buffer;
      gsize status = g_iconv (conv, &in, &in_left, &to, &to_left);
      int saved = errno;

      g_string_append_len (out, buffer, (gssize) (sizeof buffer - to_left));
      if (status != (gsize) -1 || saved == E2BIG)
        continue;
      append_replacement (out, n_replaced);
      if (saved == EINVAL) /* cut inside a character at the end */
        break;
      status = MIN (unit_size (encoding), in_left);
      in += status;
      in_left -= status;
    }
  g_iconv_close (conv);

  return TRUE;
}

static void
append_utf8 (GString    *out,
             const char *data,
             gsize       len,
             guint      *n_replaced)
{
  const char *end = data + len;

  while (data < end)
    {
      const char *stop;

      if (g_utf8_validate_len (data, (gsize) (end - data), &stop))
        stop = end;
      g_string_append_len (out, data, stop - data);
      if (stop == end)
        break;
      append_replacement (out, n_replaced);
      data = stop + 1;
      while (data < end && ((guchar) *data & 0xc0) == 0x80) /* one mark for one broken character */
        data++;
    }
}

/**
 * dz_encoding_convert:
 * @encoding: a name iconv knows
 * @n_replaced: (out): characters that could not be decoded; each is U+FFFD in the result
 *
 * Returns: (transfer full) (nullable): UTF-8, or %NULL if @encoding is unknown
 */
char *
dz_encoding_convert (const void *data,
                     gsize       len,
                     const char *encoding,
                     gsize      *out_len,
                     guint      *n_replaced)
{
  g_autoptr(GString) out = g_string_sized_new (len + len / 2 + 1);

  *n_replaced = 0;
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    append_utf8 (out, data, len, n_replaced);
  else if (!convert_into (out, data, len, encoding, n_replaced))
    return NULL;
  *out_len = out->len;

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * dz_encoding_is_common:
 *
 * Returns: whether @ch is among the characters half of every such report is made of
 */
gboolean
dz_encoding_is_common (gunichar ch)
{
  return g_utf8_strchr (common, sizeof common - 1, ch) != NULL;
}

static int
count_common (const char *text)
{
  int n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0xe0 && g_utf8_strchr (common, sizeof common - 1, g_utf8_get_char (p)) != NULL)
      n++;

  return n;
}

/* Common characters in a sample of the bytes read as @encoding, less what cannot be read. */
static int
score_as (const guint8 *data,
          gsize         len,
          const char   *encoding)
{
  gsize start = 0;
  gsize out_len;
  guint n_replaced;
  g_autofree char *text = NULL;
  gboolean cut;

  while (unit_size (encoding) == 1 && start < len && data[start] < 0x80)
    start++;
  cut = len - start > SAMPLE;
  text = dz_encoding_convert (data + start, MIN (len - start, SAMPLE), encoding, &out_len, &n_replaced);
  if (text == NULL)
    return G_MININT;
  if (cut && n_replaced > 0)
    n_replaced--;

  return count_common (text) - 4 * (int) n_replaced;
}

static gboolean
is_plausible_unit (guint unit)
{
  return (unit >= 0x20 && unit < 0x7f) || unit == '\n' || unit == '\r' || unit == '\t' ||
         (unit >= 0x4e00 && unit < 0xa000) || (unit >= 0x3000 && unit < 0x3040) ||
         (unit >= 0xff00 && unit < 0xfff0) || (unit >= 0x2010 && unit < 0x2700) || (unit >= 0x3200 && unit < 0x3400) || unit == 0xfeff;
}

static const char *
guess_utf16 (const guint8 *data,
             gsize         len)
{
  gsize n = MIN (len, SAMPLE) / 2;
  gsize little = 0;
  gsize big = 0;

  if (n < 2)
    return NULL;
  for (gsize i = 0; i < n; i++)
    {
      little += is_plausible_unit (data[2 * i] | (guint) data[2 * i + 1] << 8);
      big += is_plausible_unit (data[2 * i + 1] | (guint) data[2 * i] << 8);
    }
  if (little > big && little * 20 >= n * 19)
    return "UTF-16LE";
  if (big > little && big * 20 >= n * 19)
    return "UTF-16BE";

  return NULL;
}

/* Well formed multi-byte sequences against bytes that belong to none. */
static gboolean
is_mostly_utf8 (const guint8 *data,
                gsize         len)
{
  gsize good = 0;
  gsize bad = 0;

  for (gsize i = 0; i < len;)
    {
      gsize n = data[i] < 0x80 ? 1 : data[i] < 0xc2 ? 0 : data[i] < 0xe0 ? 2 : data[i] < 0xf0 ? 3
                : data[i] < 0xf5 ? 4 : 0;
      gsize k = 1;

      while (k < n && i + k < len && (data[i + k] & 0xc0) == 0x80)
        k++;
      if (n == 0 || (k < n && i + k < len))
        bad++;
      else if (n > 2)
        good++;
      i += MAX (k, 1);
    }

  return good > 0 && good >= bad * 2;
}

static gboolean
has_nul (const guint8 *data,
         gsize         len)
{
  return memchr (data, 0, len) != NULL;
}

/* What web pages call their encoding, as iconv should be asked for it: browsers read the older
 * Chinese names as their supersets, and so do we. */
static const char *
canonical_name (const char *stated)
{
  static const char *const names[][2] = {
    { "gb2312", "GB18030" }, { "gbk", "GB18030" }, { "gb18030", "GB18030" }, { "x-gbk", "GB18030" },
    { "gb_2312-80", "GB18030" }, { "cp936", "GB18030" }, { "euc-cn", "GB18030" },
    { "big5", "BIG5-HKSCS" }, { "big5-hkscs", "BIG5-HKSCS" }, { "cp950", "BIG5-HKSCS" },
    { "big-5", "BIG5-HKSCS" }, { "utf8", "UTF-8" }, { "utf-8", "UTF-8" }, { "unicode", "UTF-16LE" },
    { "utf-16", "UTF-16LE" }, { "shift_jis", "CP932" }, { "x-sjis", "CP932" }, { "ks_c_5601-1987", "CP949" },
    { "euc-kr", "CP949" }, { "x-user-defined", "" }, { "us-ascii", "" }, { "iso-8859-1", "CP1252" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (stated, names[i][0]) == 0)
      return names[i][1][0] != '\0' ? names[i][1] : NULL;

  return stated;
}

static const char *
ask_uchardet (const guint8 *data,
              gsize         len)
{
  uchardet_t detector = uchardet_new ();
  const char *name;

  uchardet_handle_data (detector, (const char *) data, MIN (len, 65536));
  uchardet_data_end (detector);
  name = g_intern_string (uchardet_get_charset (detector));
  uchardet_delete (detector);

  return name[0] != '\0' && g_ascii_strcasecmp (name, "ASCII") != 0 ? name : NULL;
}

static gboolean
can_decode (const guint8 *data,
            gsize         len,
            const char   *encoding)
{
  gsize out_len;
  guint n_replaced;
  g_autofree char *text = dz_encoding_convert (data, MIN (len, SAMPLE), encoding, &out_len, &n_replaced);

  return text != NULL && n_replaced <= 1 + out_len / 500;
}

/* A Western encoding is what programs state that were told none. Bytes that are Chinese characters throughout, common
 * ones among them, are no letters with accents: of these two never stand so often side by side. */
static gboolean
is_chinese_after_all (const guint8 *data,
                      gsize         len,
                      const char   *stated)
{
  int high = 0, score;

  if (g_ascii_strncasecmp (stated, "CP125", 5) != 0 && g_ascii_strncasecmp (stated, "windows-125", 11) != 0 &&
      g_ascii_strncasecmp (stated, "iso-8859", 8) != 0)
    return FALSE;
  for (gsize i = 0; i < MIN (len, SAMPLE); i++)
    high += data[i] >= 0x80;
  score = MAX (score_as (data, len, "GB18030"), score_as (data, len, "BIG5-HKSCS"));

  return score >= 4 && score * 16 >= high;
}

static const char *
decide (const guint8 *data,
        gsize         len,
        const char   *stated,
        gboolean     *guessed)
{
  const char *name = stated != NULL ? canonical_name (stated) : NULL;
  const char *utf16 = NULL;
  int gb, big5;

  *guessed = FALSE;
  if (has_nul (data, MIN (len, SAMPLE)) || (len % 2 == 0 && !g_utf8_validate_len ((const char *) data, len, NULL)))
    utf16 = guess_utf16 (data, len);
  if (utf16 == NULL && is_mostly_utf8 (data, len))
    return "UTF-8";
  if (utf16 == NULL && g_utf8_validate_len ((const char *) data, len, NULL))
    return "UTF-8"; /* plain ASCII, or very few characters */
  if (name != NULL && !g_str_has_prefix (name, "UTF-16") && !has_nul (data, MIN (len, SAMPLE)) &&
      !is_chinese_after_all (data, len, name) && can_decode (data, len, name))
    return name;
  *guessed = TRUE;
  gb = score_as (data, len, "GB18030");
  big5 = score_as (data, len, "BIG5-HKSCS");
  if (utf16 != NULL && (has_nul (data, MIN (len, SAMPLE)) || score_as (data, len, utf16) > MAX (gb, big5)))
    return utf16;
  if (MAX (gb, big5) > 0 || (gb >= 0 && len < 64))
    return gb >= big5 ? "GB18030" : "BIG5-HKSCS";
  name = ask_uchardet (data, len);
  if (name != NULL && can_decode (data, len, name))
    return name;

  return gb >= big5 ? "GB18030" : "BIG5-HKSCS";
}

static gboolean
is_ascii (const char *data,
          gsize       len)
{
  for (gsize i = 0; i < len; i++)
    if ((guchar) data[i] >= 0x80)
      return FALSE;

  return TRUE;
}

/* Line by line, so that a line in the other encoding is read as what it is. Both encodings keep
 * 0x0a for the end of a line. */
static char *
convert_lines (const char *data,
               gsize       len,
               const char *encoding,
               gsize      *out_len,
               guint      *n_replaced,
               gboolean   *mixed)
{
  gboolean utf8 = g_str_equal (encoding, "UTF-8");
  const char *other = utf8 ? "GB18030" : "UTF-8";
  g_autoptr(GString) out = g_string_sized_new (len + len / 2 + 1);
  const char *end = data + len;

  while (data < end)
    {
      const char *stop = memchr (data, '\n', (gsize) (end - data));
      gsize n = (gsize) ((stop != NULL ? stop + 1 : end) - data);
      g_autofree char *line = NULL;
      g_autofree char *second = NULL;
      gsize line_len, second_len;
      guint bad, second_bad = 1;

      if (is_ascii (data, n) || (utf8 && g_utf8_validate_len (data, n, NULL)))
        {
          g_string_append_len (out, data, (gssize) n);
          data += n;
          continue;
        }
      line = dz_encoding_convert (data, n, encoding, &line_len, &bad);
      if (bad > 0 || !utf8)
        second = dz_encoding_convert (data, n, other, &second_len, &second_bad);
      if (second != NULL && second_bad == 0 && count_common (second) > count_common (line))
        {
          g_string_append_len (out, second, (gssize) second_len);
          *mixed = TRUE;
        }
      else
        {
          g_string_append_len (out, line, (gssize) line_len);
          *n_replaced += bad;
        }
      data += n;
    }
  *out_len = out->len;

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* HZ, of the days of seven bits: "~{" and "~}" around pairs of bytes. */
static gboolean
is_hz (const guint8 *data,
       gsize         len)
{
  guint n = 0;

  for (gsize i = 0; i < len; i++)
    {
      if (data[i] >= 0x80)
        return FALSE;
      if (data[i] != '~' || i + 1 >= len || data[i + 1] != '{')
        continue;
      for (i += 2; i + 1 < len && !(data[i] == '~' && data[i + 1] == '}'); i += 2)
        if (data[i] < 0x21 || data[i] > 0x77 || data[i + 1] < 0x21 || data[i + 1] > 0x7e)
          return FALSE;
      if (i + 1 >= len)
        return FALSE;
      n++;
    }

  return n > 0;
}

/* The same text with the eighth bit, which makes it GB 2312. */
static GByteArray *
raise_hz (const guint8 *data,
          gsize         len)
{
  GByteArray *out = g_byte_array_sized_new ((guint) len);

  for (gsize i = 0; i < len; i++)
    {
      gboolean escape = data[i] == '~' && i + 1 < len;

      if (escape && data[i + 1] == '{')
        {
          for (i += 2; i + 1 < len && !(data[i] == '~' && data[i + 1] == '}'); i += 2)
            {
              guint8 pair[2] = { data[i] | 0x80, data[i + 1] | 0x80 };

              g_byte_array_append (out, pair, 2);
            }
          i++;
        }
      else if (escape && data[i + 1] == '\n')
        i++;
      else
        {
          g_byte_array_append (out, data + i, 1);
          i += escape && data[i + 1] == '~';
        }
    }

  return out;
}

/* UTF-7, of the same days, and of letters: "+" and "-" around UTF-16 written as base64. Much else is that has a plus in it,
 * but makes no characters everybody writes. */
static gboolean
is_utf7 (const guint8 *data,
         gsize         len)
{
  static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  g_autofree char *sample = NULL;
  g_autofree char *text = NULL;
  gboolean begun = FALSE;
  gsize out_len;
  guint n_replaced;
  long n_high = 0;

  if (!is_ascii ((const char *) data, len))
    return FALSE;
  sample = g_strndup ((const char *) data, MIN (len, SAMPLE));
  for (const char *at = strchr (sample, '+'); at != NULL && !begun; at = strchr (at + 1, '+'))
    begun = strspn (at + 1, base64) >= 5;
  text = begun ? dz_encoding_convert (sample, strlen (sample), "UTF-7", &out_len, &n_replaced) : NULL;
  if (text == NULL)
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    n_high += (guchar) *at >= 0x80;

  return n_high >= 4 && count_common (text) * 10L >= n_high * 4;
}

/* Programs that write in blocks fill the last one with NULs: they are no part of the text. */
static gsize
without_padding (const guint8 *data,
                 gsize         len)
{
  gsize n = len;

  while (n > 0 && data[n - 1] == 0)
    n--;

  /* the last half of a unit of UTF-16 may be one */
  return len - n < 4 ? len : n;
}

/* A block is filled up, not a file: what is nearly all NUL behind a few signs is a program or a picture of a disk. */
static gboolean
is_mostly_padding (gsize n_text,
                   gsize len)
{
  return len - n_text > 65536 && n_text < len / 100;
}

/* MZ, and a number that is no letter. */
static gboolean
is_program (const guint8 *data,
            gsize         len)
{
  return len > 64 && data[0] == 'M' && data[1] == 'Z' && (data[2] < 0x20 || data[2] >= 0x7f) && memchr (data, 0, 64) != NULL;
}

/* A text holds no NUL. Each becomes U+FFFD, as any other byte that is no character. */
static char *
replace_nuls (char  *text,
              gsize *len,
              guint *n_replaced)
{
  GString *out;

  if (memchr (text, '\0', *len) == NULL)
    return text;
  out = g_string_sized_new (*len + 64);
  for (gsize i = 0; i < *len; i++)
    if (text[i] == '\0')
      append_replacement (out, n_replaced);
    else
      g_string_append_c (out, text[i]);
  g_free (text);
  *len = out->len;

  return g_string_free (out, FALSE);
}

static const char *
display_name (const char *encoding)
{
  return g_str_has_prefix (encoding, "BIG5") ? "Big5" : encoding;
}

/* Markup of programs (a workbook in one file, a drawing): its marks would be read as words. Marks of the byte order and the
 * NULs of UTF-16 go between. */
static gboolean
is_markup (const guint8 *data,
           gsize         len)
{
  static const char start[] = "<?xml ";
  guint n = 0;

  for (gsize i = 0; i < MIN (len, 32) && start[n] != '\0'; i++)
    if (data[i] == (guint8) start[n])
      n++;
    else if (data[i] != 0 && data[i] < 0x80)
      return FALSE;

  return start[n] == '\0';
}

/**
 * dz_encoding_is_text:
 *
 * Returns: whether the beginning of @data looks like text in some encoding, not like a binary file
 */
gboolean
dz_encoding_is_text (const guint8 *data,
                     gsize         len)
{
  static const char *const binary[] = { "\177ELF", "PK\3\4", "%PDF", "\xd0\xcf\x11\xe0", "Rar!", "\x89PNG", "\xff\xd8\xff", "-----BEGIN PGP MESSAGE" };
  const guint32 fine = 1u << '\t' | 1u << '\n' | 1u << '\r' | 1u << '\f' | 1u << '\v' | 1u << '\b' | 1u << 0x1a | 1u << 0x1b;
  gsize n_text = without_padding (data, len);
  gsize n = MIN (n_text, SAMPLE);
  gsize control = 0;

  for (guint i = 0; i < G_N_ELEMENTS (binary); i++)
    if (len >= strlen (binary[i]) && memcmp (data, binary[i], strlen (binary[i])) == 0)
      return FALSE;
  if (is_mostly_padding (n_text, len) || is_program (data, len) || is_markup (data, len))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (boms); i++)
    if (len >= boms[i].len && memcmp (data, boms[i].bom, boms[i].len) == 0)
      return TRUE;
  for (gsize i = 0; i < n; i++)
    control += (data[i] < 0x20 && (fine >> data[i] & 1) == 0) || data[i] == 0x7f;

  return control <= n / 200 || guess_utf16 (data, len) != NULL;
}

static char *
decode_hz (const guint8 *data,
           gsize         len,
           DzSource     *source,
           gsize        *out_len,
           GError      **error)
{
  g_autoptr(GByteArray) raised = raise_hz (data, len);
  char *text = dz_encoding_decode (raised->data, raised->len, "GB18030", source, out_len, error);

  if (text != NULL && source != NULL)
    {
      g_free (source->encoding);
      source->encoding = g_strdup ("HZ");
    }

  return text;
}

/**
 * dz_encoding_decode:
 * @stated: (nullable): what the file says its encoding is
 * @source: (nullable): gets the encoding's name and the losses
 * @out_len: (out): bytes of the result
 *
 * Returns: (transfer full): valid UTF-8 without byte order mark and NUL, or %NULL with
 *   %DZ_ERROR_BAD_ENCODING set
 */
char *
dz_encoding_decode (const void *data,
                    gsize       len,
                    const char *stated,
                    DzSource   *source,
                    gsize      *out_len,
                    GError    **error)
{
  /* an empty file has no bytes to point at */
  const guint8 *bytes = len > 0 ? data : (const guint8 *) "";
  const char *encoding = NULL;
  gboolean guessed = FALSE;
  guint n_replaced = 0;
  char *text;

  if (!dz_limits_check_encoded (&dz_limits_default, len, error))
    return NULL;
  len = without_padding (bytes, len);
  if (is_hz (bytes, len))
    return decode_hz (bytes, len, source, out_len, error);
  for (guint i = 0; i < G_N_ELEMENTS (boms) && encoding == NULL; i++)
    if (len >= boms[i].len && memcmp (bytes, boms[i].bom, boms[i].len) == 0)
      {
        encoding = boms[i].encoding;
        bytes += boms[i].len;
        len -= boms[i].len;
      }
  if (encoding != NULL && unit_size (encoding) == 1 && !can_decode (bytes, len, encoding))
    encoding = NULL; /* a mark in front of something else */
  if (encoding == NULL && is_utf7 (bytes, len))
    encoding = "UTF-7";
  if (encoding == NULL)
    encoding = decide (bytes, len, stated, &guessed);
  if (g_str_equal (encoding, "UTF-8") || g_str_equal (encoding, "GB18030"))
    text = convert_lines ((const char *) bytes, len, encoding, out_len, &n_replaced, &guessed);
  else
    text = dz_encoding_convert (bytes, len, encoding, out_len, &n_replaced);
  if (text != NULL)
    text = replace_nuls (text, out_len, &n_replaced);
  if (text == NULL || (n_replaced > 3 && n_replaced > *out_len / 12))
    {
      g_free (text);
      dz_set_error (error, DZ_ERROR_BAD_ENCODING,
                    _("The text is in no encoding that is known. Save it as UTF-8 and import it again."));
      return NULL;
    }
  if (source != NULL)
    {
      g_free (source->encoding);
      source->encoding = g_strdup (display_name (encoding));
      dz_source_add_loss (source, DZ_LOSS_ENCODING_GUESSED, guessed, NULL);
      dz_source_add_loss (source, DZ_LOSS_CHARACTERS, n_replaced, NULL);
    }

  return text;
}
