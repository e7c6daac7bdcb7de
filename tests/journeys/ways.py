"""ways.py - what many journeys do on their way

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re

from desk import MAIN, TOP, Failed

SAMPLES = TOP / "data/samples"
VIEWS = ["报送", "对照阅读", "指标", "共性问题", "年度对比", "核查", "图表", "简报", "对账", "整改台账"]


def journey(*arguments, **options):
    """What the program is started with, and how: options of Desk.open()."""
    def mark(function):
        function.journey = arguments, options
        return function
    return mark


def ready(desk):
    """The sample county is open, and all of it shown."""
    desk.see("^已收 12 / 12")
    desk.rest()


def go_to(desk, number):
    """The view of that number from 1 on; the tenth has the key 0."""
    desk.key(f"alt+{number % 10}")


def view(desk, number, landmark, role=None):
    go_to(desk, number)
    node = desk.see(landmark, role)
    desk.rest()
    return node


def choose(desk, name, *keys, within=None):
    """Opens a drop-down and goes to one of its rows."""
    desk.click(f"^{name}$", "combo box", within)
    desk.rest()
    desk.key(*keys, "Return")
    desk.rest()


def same_place(desk, pattern, role, before, what):
    """@before: its box earlier."""
    desk.rest()
    after = desk.see(pattern, role).box
    if after[:2] != before[:2]:
        raise Failed(f"{what} moved /{pattern}/ from {before[:2]} to {after[:2]}")


def pick(desk, name, row, within=None):
    """Opens a drop-down and clicks one of its rows."""
    desk.click(f"^{name}$", "combo box", within)
    desk.click(row, "label", "GtkPopoverContent")
    desk.rest()


def menu(desk, item):
    """An item of the main menu, however its letter is marked."""
    desk.key("F10")
    desk.click(f"^{item}", "menu item")


def chooser(desk):
    """A dialog in front, at rest."""
    desk.wait(lambda: desk.front() not in (MAIN, ""), "a dialog")
    desk.rest()


def main_again(desk):
    """Whatever lay in front is gone."""
    desk.wait(lambda: desk.front() == MAIN, "the program's own window in front")
    desk.rest()


def only_bodies(desk, *names, name=None):
    """These are chosen as the scope of all views, and saved under a name."""
    choose(desk, "范围", "End")
    desk.see("^选择单位", "frame")
    desk.rest()
    desk.click("^全不选$", "push button")
    for body in names:
        desk.click(f"^{body}$", "check box")
    if name is not None:
        desk.click("^范围的名称$", "text")
        desk.paste(name)
    desk.click(f"^只看这 {len(names)} 个单位$", "push button")
    desk.gone("^选择单位", "frame")
    main_again(desk)


def save_copy(desk, target):
    """The work goes on in a copy."""
    menu(desk, "另存为")
    desk.choose_file(target)
    desk.see(f"^{target.name}$", "label")
    desk.rest()


def check_one(desk):
    """The first report that is unread has been looked at."""
    desk.click("^未读$", "label", "^各单位及其报告$")
    desk.click("^已核对$", "push button", "GtkPopover")


def save_and_leave(desk):
    """The sample saved elsewhere, one report of it looked at, and the program left. Returns where it lies."""
    target = desk.papers / "望泽县.duizhao"
    save_copy(desk, target)
    check_one(desk)
    desk.see("^未读 11$", "push button")
    desk.key("ctrl+q")
    if desk.ended() != 0:
        raise Failed("the program did not end well")
    return target


def import_folder(desk, folder):
    menu(desk, "导入文件夹")
    desk.choose_file(folder)


def import_files(desk, path):
    desk.key("ctrl+i")
    desk.choose_file(path)


def answer(desk, button):
    """A button of the question in front."""
    desk.click(f"^{button}", "push button")
    desk.rest()


def townships(folder, n, year=2024, start=0):
    """So many reports of townships nobody heard of: each says how many quarrels it settled."""
    folder.mkdir(parents=True, exist_ok=True)
    surnames, places = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许", "家桥埠坪湾"
    for i in range(start, start + n):
        name = surnames[i % len(surnames)] + places[i // len(surnames) % len(places)] + "镇"
        (folder / f"{name}{year}.txt").write_text(
            f"{name}人民政府{year}年度法治政府建设工作报告\n一、{year}年法治政府建设工作情况\n"
            f"全年专题研究法治建设会议{3 + i % 9}次，举办法治培训{2 + i % 7}场次，受训{100 + 7 * i}人次。"
            f"调处矛盾纠纷{40 + 3 * i}件，调解成功率{90 + i % 10}%。行政执法人员{5 + i % 6}名，其中持证{4 + i % 6}名。\n"
            f"二、存在的问题\n（一）执法力量不足。执法人员仅{5 + i % 6}名，难以满足工作需要。\n"
            f"（二）普法形式单一。宣传以发资料为主，针对性不强。\n"
            f"三、{year + 1}年工作计划\n（一）充实执法力量，组织执法人员参加培训。\n（二）创新普法形式，开展以案释法。\n"
            f"{name}人民政府\n{year + 1}年1月{1 + i % 28}日\n")
    return folder


def twins(folder, n):
    """Reports of @n pairs of townships: each pair shares its own sentences, in three places parted by others."""
    folder.mkdir(parents=True, exist_ok=True)
    who, does, what = "司法所 综治中心 执法队 村委会 法律顾问 调解员 网格员 党政办 派出所 经发办 农技站 便民大厅".split(), \
        "梳理 走访 排查 核对 登记 张贴 回访 清点 复核 汇编 抽查 讲解".split(), \
        "山林界址旧账 集市摊位合同 水渠用水纠葛 房屋出租底册 渔船检修记录 老旧电梯隐患 砂石车辆超载 婚丧宴席申报 茶园用工欠薪 校门食品小店 古树保护牌匾 桥梁限高标志".split()

    def words(seed, k):
        return "".join(f"{who[(seed * 5 + j) % 12]}逐户{does[(seed * 7 + 3 * j) % 12]}{what[(seed * 11 + 5 * j) % 12]}，"
                       f"由{who[(seed + 2 * j + 1) % 12]}{does[(seed * 3 + j + 4) % 12]}后交{who[(seed * 2 + j + 7) % 12]}存档。"
                       for j in range(k, k + 3))
    for i in range(2 * n):
        name = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"[i] + "圩镇"
        shared = [words(i // 2, k) for k in (0, 4, 8)]
        own = [f"本镇第{i + 3}次例会专门听取了{what[(i + k) % 12]}一事的经过，{who[(i + 2 * k) % 12]}说明了{does[i % 12]}办法。" for k in range(3)]
        (folder / f"{name}2024.txt").write_text(
            f"{name}人民政府2024年度法治政府建设工作报告\n一、2024年法治政府建设工作情况\n" +
            "\n".join(one + other for one, other in zip(shared, own)) +
            f"\n二、存在的问题\n（一）执法力量不足。执法人员仅{3 + i}名。\n三、2025年工作计划\n（一）充实执法力量。\n"
            f"{name}人民政府\n2025年1月{1 + i}日\n")
    return folder


def count(desk, pattern, role="push button"):
    """The number in what is seen: patterns have one group."""
    return int(re.search(pattern, desk.see(pattern, role).name).group(1))


def same_number(desk, pattern, number, role="push button"):
    """Waits until the number in what is seen is this one."""
    desk.wait(lambda: count(desk, pattern, role) == number, f"{number} in /{pattern}/")


def title_the_review(desk, title):
    """In the settings, which are shut again by Escape."""
    desk.key("ctrl+comma")
    desk.see("^名册与截止日$", "frame")
    desk.rest()
    desk.click("^评议簿标题$", "text")
    desk.key("ctrl+a")
    desk.paste(title)
    desk.rest()
    desk.key("Escape")


def tips(desk):
    """Where words show beside the window: left, top, right, bottom on the screen."""
    active = desk.xdo("getactivewindow").strip()
    boxes = [desk.geometry("getwindowgeometry", "--shell", window)
             for window in desk.xdo("search", "--onlyvisible", "--pid", desk.program.pid).split() if window != active]
    return [(left, top, left + width, top + height) for left, top, width, height in boxes if width > 8 and height > 8]


def tip_at(desk, x, y):
    """The words that show when the pointer rests there."""
    desk.xdo("mousemove", 60, 600)
    desk.wait(lambda: not tips(desk), "no tooltip")
    desk.xdo("mousemove", x - 2, y)
    desk.rest()
    desk.xdo("mousemove", x, y)
    desk.wait(lambda: tips(desk), f"a tooltip at {x}, {y}")
    desk.rest()
    return desk.wait(lambda: tips(desk), f"a tooltip at {x}, {y}")[0]
