/* test-years.c - two years of a county in which a body was renamed, two merged and one split
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Body, weakness, what became of it: all there is, by hand. */
static const char *const changes[] = {
  "王河镇,执法力量不足,未称整改，又提出,",
  "王河镇,普法形式单一,称已整改，未再提,",
  "王河镇,群众法治意识淡薄,未说明，未再提,",
  "王河镇,政务公开不到位,今年新提出,",
  "新安镇,执法程序和案卷不规范,未称整改，又提出,",
  "新安镇,矛盾纠纷化解机制和能力不足,未称整改，又提出,",
  "新安镇,基层法治骨干能力不足,未称整改，又提出,",
  "新安镇,法律顾问作用发挥不充分,未说明，未再提,",
  "新安镇,普法形式单一,今年新提出,",
  "上坪镇,干部法治思维和依法办事能力不足,未称整改，又提出,",
  "上坪镇,经费装备保障不足,未说明，未再提,",
  "下坪镇,经费装备保障不足,未称整改，又提出,",
  "下坪镇,干部法治思维和依法办事能力不足,未说明，未再提,",
  "下坪镇,协同联动不足,今年新提出,",
  NULL
};

static const char *const promises[] = {
  "王河镇,（一）新建村级法律服务点5个,部分落实,按文字初判，待认定,,新建村级法律服务点3个",
  "王河镇,（二）编印河道执法办案手册,未见提及,按文字初判，待认定,,",
  "新安镇,（一）建立合同审查登记台账,已落实,按文字初判，待认定,,建立合同审查登记台账，登记合同32份",
  "新安镇,（一）组建专职人民调解员队伍,未见提及,按文字初判，待认定,,",
  "上坪镇,（一）购置执法记录仪10台,已落实,按文字初判，待认定,,购置执法记录仪10台，配发到人",
  "下坪镇,（一）购置执法记录仪10台,未见提及,按文字初判，待认定,,",
  NULL
};

/* Of the lines about 调处矛盾纠纷: both years, the difference where there is one. */
static const char *const figures[] = {
  "王河镇,数值,disputes_mediated,调处（化解）矛盾纠纷数,120,150,30,25,,,调处矛盾纠纷120件,调处矛盾纠纷150件,",
  "新安镇,数值,disputes_mediated,调处（化解）矛盾纠纷数,140,170,,,,,调处矛盾纠纷80件,调处矛盾纠纷170件,"
  "单位有合并或拆分，不作比较",
  "上坪镇,数值,disputes_mediated,调处（化解）矛盾纠纷数,240,110,,,,,调处矛盾纠纷240件,调处矛盾纠纷110件,"
  "单位有合并或拆分，不作比较",
  "下坪镇,数值,disputes_mediated,调处（化解）矛盾纠纷数,240,130,,,,,调处矛盾纠纷240件,调处矛盾纠纷130件,"
  "单位有合并或拆分，不作比较",
  NULL
};

/* The body over its years, called as it was. */
static const char *const life[] = {
  "王河镇,2024年更名：王河乡,2023,王河乡,问题,执法力量不足,提出,执法力量不足",
  "王河镇,2024年更名：王河乡,2024,,问题,普法形式单一,称已整改,改变了过去普法形式单一",
  "新安镇,2024年合并：安平乡、新店乡,2023,安平乡,问题,执法程序和案卷不规范,提出,执法程序不规范",
  "新安镇,2024年合并：安平乡、新店乡,2023,新店乡,数值,调处（化解）矛盾纠纷数,60,调处矛盾纠纷60件",
  "新安镇,2024年合并：安平乡、新店乡,2024,,数值,调处（化解）矛盾纠纷数,170,调处矛盾纠纷170件",
  "下坪镇,2024年分设：大坪镇,2023,大坪镇,问题,协同联动不足,未提出,",
  NULL
};

static char *folder;
static char *review;

static char *
run (const char *const *argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  char *out = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);

  return out;
}

static GStrv
list_lines (const char *table)
{
  const char *const argv[] = { g_getenv ("DZ_CLI"), "compare", review, "--table", table, NULL };
  g_autofree char *out = run (argv);

  return g_strsplit (out, "\n", -1);
}

static guint
count_starting (GStrv       lines,
                const char *start)
{
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += g_str_has_prefix (lines[i], start);

  return n;
}

/* @whole: no other lines hold @about */
static void
assert_lines (const char        *table,
              const char *const *wanted,
              const char        *about,
              gboolean           whole)
{
  g_auto(GStrv) lines = list_lines (table);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += i > 0 && *lines[i] != '\0' && strstr (lines[i], about) != NULL;
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_test_message ("%s", wanted[i]);
      g_assert_cmpuint (count_starting (lines, wanted[i]), ==, 1);
    }
  if (whole)
    g_assert_cmpuint (n, ==, g_strv_length ((GStrv) wanted));
}

static void
test_changes (void)
{
  assert_lines ("changes", changes, "", TRUE);
}

static void
test_promises (void)
{
  assert_lines ("promises", promises, "", TRUE);
}

static void
test_figures (void)
{
  assert_lines ("years", figures, "disputes_mediated", TRUE);
}

static void
test_life (void)
{
  assert_lines ("life", life, "", FALSE);
}

/* Who is asked for a report: those there are now, and in the year before those there were. */
static void
test_roster (void)
{
  g_auto(GStrv) now = list_lines ("roster");
  const char *const argv[] = { g_getenv ("DZ_CLI"), "compare", review, "--table", "roster", "--year", "2023", NULL };
  g_autofree char *out = run (argv);
  g_auto(GStrv) before = g_strsplit (out, "\n", -1);

  g_assert_cmpuint (g_strv_length (now), ==, 6); /* head, four bodies, the end */
  g_assert_cmpuint (count_starting (now, "安平乡"), ==, 0);
  g_assert_cmpuint (g_strv_length (before), ==, 6);
  g_assert_cmpuint (count_starting (before, "安平乡"), ==, 1);
  g_assert_cmpuint (count_starting (before, "新安镇"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *data = g_build_filename (g_getenv ("DZ_TESTS"), "data", "years", NULL);
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("duizhao-years-XXXXXX", NULL);
  review = g_build_filename (folder, "县.duizhao", NULL);
  {
    const char *const import[] = { g_getenv ("DZ_CLI"), "import", review, data, NULL };
    g_autofree char *told = run (import);

    g_assert_nonnull (strstr (told, "王河镇"));
  }
  g_test_add_func ("/years/changes", test_changes);
  g_test_add_func ("/years/promises", test_promises);
  g_test_add_func ("/years/figures", test_figures);
  g_test_add_func ("/years/life", test_life);
  g_test_add_func ("/years/roster", test_roster);
  status = g_test_run ();
  g_remove (review);
  g_rmdir (folder);
  g_free (review);
  g_free (folder);

  return status;
}
