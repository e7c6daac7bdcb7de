"""importing.py - journeys: reports come in, whole, broken, twice, as drafts, from the clipboard, and are taken back

SPDX-License-Identifier: GPL-3.0-or-later
"""
import time
import zipfile

from desk import Failed
from ways import (SAMPLES, answer, import_files, import_folder, journey, main_again, menu, pick, ready, same_place, tip_at,
                  townships, view)


def slow_folder(desk):
    """Three short reports, and some that another program has to turn into text first."""
    folder = townships(desk.papers / "in", 3)
    for name in ("孙庄镇2024.rtf", "李庄镇2024.rtf", "周庄镇2024.rtf"):
        (folder / name).write_text(r"{\rtf1\ansi " + "".join(rf"\u{ord(sign)}?" for sign in name[:3]) + "}")
    return folder


@journey()
def import_sixty(desk):
    """The first morning: sixty reports into a review that is not there yet, and all of them are on the roster."""
    desk.see("^新建一本评议簿$")
    import_folder(desk, townships(desk.papers / "in", 60))
    desk.see("^导入 60 个文件$")
    desk.see("^读入 60 份")
    desk.click("^完成$", "push button")
    desk.see("^已收 60 / ")
    view(desk, 3, "^报得最多的$")
    desk.see("^只看待核")
    if list((desk.papers / "home/文档").glob("*.duizhao")) == []:
        raise Failed("no review lies in the documents folder")


@journey()
def import_the_year_before(desk):
    """Last year's reports come in beside this year's, which stays on screen; those of the year after are shown."""
    desk.see("^新建一本评议簿$")
    import_folder(desk, townships(desk.papers / "in", 5))
    desk.see("^读入 5 份")
    desk.click("^完成$", "push button")
    desk.see("^已收 5 / 5")
    import_folder(desk, townships(desk.papers / "before", 3, 2023))
    desk.see("^读入 3 份")
    desk.click("^完成$", "push button")
    desk.see("^已收 5 / 5")
    import_folder(desk, townships(desk.papers / "after", 4, 2025))
    desk.see("^读入 4 份")
    desk.click("^完成$", "push button")
    desk.see("^已收 4 / 5")


@journey()
def import_broken(desk):
    """Files that cannot be read are told on top, each with what is wrong with it and what to do, in Chinese."""
    folder = townships(desk.papers / "in", 3)
    (folder / "截断.docx").write_bytes((SAMPLES / "wz-2024-wanyu.docx").read_bytes()[:3000])
    (folder / "空.txt").write_bytes(b"")
    (folder / "坏.pdf").write_bytes(b"%PDF-1.4\n%%EOF")
    (folder / "别的.xyz").write_bytes(bytes(range(256)) * 8)
    desk.see("^新建一本评议簿$")
    import_folder(desk, folder)
    desk.see("^读入 3 份.* 4 个读不了$")
    for name in ("截断.docx", "空.txt", "坏.pdf", "别的.xyz"):
        row = desk.see(f"^{name}，读不了$", "table row")
        told = [node.name for node in row.below() if node.role == "label"]
        if not any(any("一" <= sign <= "鿿" for sign in words) and words.endswith("。") for words in told):
            raise Failed(f"{name} is not told in Chinese: {told}")
    desk.click("^要我看 4$", "push button")
    desk.gone("已识别$", "table row")
    desk.click("^完成$", "push button")
    desk.see("^已收 3 / ")


@journey("--sample")
def import_twice(desk):
    """The same report once more is told as that, and leads to the earlier one."""
    ready(desk)
    import_files(desk, SAMPLES / "wz-2024-wanyu.docx")
    desk.see("1 份重复")
    desk.see("重复$", "table row")
    desk.click("^查看$", "push button")
    desk.see("^按段落$", "push button")
    desk.see("^万榆镇$", "label")


@journey("--sample")
def import_draft(desk):
    """A newer text of a report beside the old one: replaced, it is the only one, and undoing says what it undoes."""
    ready(desk)
    text = (SAMPLES / "wz-2024-shizhu.txt").read_text("utf-8-sig")
    text = text.replace("。", "。（修改稿）", 1)
    newer = desk.papers / "石竺乡修改稿.txt"
    newer.write_text(text)
    import_files(desk, newer)
    desk.see("有旧稿$", "table row")
    desk.click("^替换$", "push button")
    desk.rest()
    desk.click("^完成$", "push button")
    desk.see("^已收 12 / 12")
    desk.key("ctrl+z")
    desk.see("替换|撤销")


@journey("--sample")
def take_an_import_back(desk):
    """An import is taken back as a whole, whatever was decided since."""
    ready(desk)
    import_folder(desk, townships(desk.papers / "in", 5))
    desk.see("^读入 5 份")
    desk.click("^撤销这次导入$", "push button")
    desk.rest()
    if desk.all("撤销", "alert") or desk.eyes.count() > 1:
        answer(desk, "撤销|取回")
    desk.key("alt+1")
    desk.see("^已收 12 / 12")


@journey("--sample")
def paste_a_report(desk):
    """A report copied from a page of the web becomes one of the review; whose it is may be corrected."""
    ready(desk)
    text = (townships(desk.papers / "in", 1) / "赵家镇2024.txt").read_text()
    desk.copy(text)
    menu(desk, "粘贴为报告")
    desk.see("^粘贴的文字，请确认$", "table row")
    desk.see("名册中没有“赵家镇”", "label")
    desk.click("^确认$", "push button", "粘贴的文字")
    desk.see("^请先选择是哪个单位的报告")
    desk.see("^粘贴的文字，请确认$", "table row")
    desk.click("^请选择", "push button")
    desk.click("^栖砚镇$", "label", "GtkPopoverContent")
    desk.see("^粘贴的文字，", "table row")
    desk.see("^栖砚镇$", "push button")


@journey("--sample")
def import_log(desk):
    """What was imported can be looked at later."""
    ready(desk)
    menu(desk, "导入记录")
    desk.see("^导入 ")
    desk.click("^完成$", "push button")
    desk.see("^已收 12 / 12")


@journey("--sample")
def cancel_an_import(desk):
    """A long import is stopped: what was read is kept and told."""
    ready(desk)
    import_folder(desk, slow_folder(desk))
    desk.see("^正在读取报告", "label")
    desk.click("^取消$", "push button")
    desk.gone("^正在读取报告", "label")
    desk.never("^导入没有完成|^出错")
    desk.key("alt+1")
    desk.see("^已收 12 / 1")


@journey("--sample")
def close_while_importing(desk):
    """Closing the window over an import asks; the review is whole when it is opened again."""
    ready(desk)
    import_folder(desk, slow_folder(desk))
    desk.see("^正在读取报告", "label")
    desk.key("alt+F4")
    desk.click("^停止.*关闭", "push button")
    if desk.ended() != 0:
        raise Failed("the program ended with a failure")


TABLE = """望泽县2024年度行政执法和调解统计表
单位,调处（化解）矛盾纠纷数（件）,行政处罚案件数（件）,出动车辆（台次）,人民调解员数（名）
望溪街道,341,50,12,20
双渚街道,100,20,8,30
合计,441,70,20,50
"""


@journey("--sample")
def reconcile(desk):
    """The county's own table: a column nobody knows is asked about, what contradicts is listed, undo takes it back."""
    ready(desk)
    path = desk.papers / "统计.csv"
    path.write_text(TABLE, encoding="utf-8")
    menu(desk, "导入统计表")
    desk.choose_file(path, "统计表各列的含义")
    desk.see("^还有 1 处请确认", "label")
    pick(desk, "出动车辆（台次）", "^不使用$")
    desk.see("^这里的选择会记住", "label")
    desk.click("^导入$", "push button", "^统计表各列的含义$")
    main_again(desk)
    desk.see("^不一致 2$", "push button")
    desk.see("望溪街道，行政处罚.*报告57件，统计表50件", "table row")
    desk.click("^全部 \\d+$", "push button")
    desk.see("^望溪街道，调处.*，相符$", "table row")
    desk.key("ctrl+z")
    desk.see("导入统计表 统计.csv")
    answer(desk, "撤销")
    desk.see("^还没有本年度的统计表$")


CIRCULAR = """关于2024年度法治政府建设督察情况的通报

各镇（街道）：
现将有关情况通报如下。
二、发现的主要问题
（一）行政执法案卷不规范。万榆镇2件行政处罚案卷缺少集体讨论记录。
（二）普法形式单一。部分镇街普法仍以发放宣传单为主。
（三）石竺乡法治宣传栏内容三年未更新。
三、整改要求
各镇街要逐项整改，于2025年3月31日前将整改情况报县委依法治县办。
2024年11月15日
"""


@journey("--sample")
def ledger(desk):
    """What an inspection wrote is nobody's report: its problems go on the ledger, keys say what became of them."""
    ready(desk)
    path = desk.papers / "通报.txt"
    path.write_text(CIRCULAR, encoding="utf-8")
    import_files(desk, path)
    view(desk, 0, "^全部 3$", "push button")
    desk.see("^万榆镇，行政执法案卷不规范。.*，执法程序和案卷不规范，2025-03-31.*，未整改，已提出$", "table row")
    desk.click("^万榆镇，行政执法案卷", "table row")
    desk.see("缺少集体讨论记录", "label")
    desk.key("2")
    desk.see("^万榆镇，.*，整改中，已提出$", "table row")
    desk.key("3")
    desk.see("^已整改 1$", "push button")
    desk.click("^已整改 1$", "push button")
    desk.gone("^石竺乡，", "table row")
    desk.click("^全部 3$", "push button")
    desk.key("ctrl+z")
    desk.see("^整改中 1$", "push button")
    desk.click("^纳入自查问题…$", "push button")
    desk.see("^纳入自查问题$", "frame")
    desk.click("", "check box", "^纳入自查问题$")
    desk.click("^列入台账$", "push button", "^纳入自查问题$")
    main_again(desk)
    desk.see("^全部 4$", "push button")
    desk.see("，本单位报告$", "table row")


@journey("--sample")
def a_ledger_keeps_its_place(desk):
    """A long ledger of an office: a decision and its undo move no row, what nobody's report is has no pane, the row chosen
    before opens its pane again by a click, a deadline is written as offices do, and an empty ledger is not printed."""
    ready(desk)
    bodies = ["望溪街道", "双渚街道", "澜桥镇", "万榆镇", "苇洲镇", "枫梧畲族乡"]
    path = desk.papers / "台账.csv"
    lines = ["2024年法治督察反馈问题整改台账", "序号,责任单位,存在问题,整改措施,整改时限,整改情况"]
    lines += [f"{i + 1},{bodies[i % 6]},第{i + 1}卷行政执法案卷不规范,开展评查,2025.3.31,未完成" for i in range(48)]
    path.write_text("\n".join(lines + ["49,某某镇,表述不规范,改正,立行立改,已完成"]) + "\n", encoding="utf-8")
    view(desk, 10, "^台账上还没有问题$")
    if desk.see("^打印$", "push button").is_("sensitive"):
        raise Failed("an empty ledger can be printed")
    desk.click("^导入台账…$", "push button")
    desk.choose_file(path)
    desk.see("^全部 49$", "push button")
    desk.rest()
    left, top = desk.origin(desk.see("^全部 49$", "push button"))
    desk.wheel(left + 500, top + 400, 4)
    desk.rest()
    shown = [node for node in desk.all("卷行政执法案卷不规范", "table row") if node.sight()]
    row = "^" + "，".join(shown[len(shown) // 2].name.split("，")[:2]) + "，"
    desk.click(row, "table row")
    desk.see("^关闭原文依据$", "push button")
    desk.rest()
    before = desk.see(row, "table row").box
    desk.key("3")
    desk.see("^已整改 2$", "push button")
    same_place(desk, row, "table row", before, "a decision")
    desk.key("ctrl+z")
    desk.see("^已整改 1$", "push button")
    same_place(desk, row, "table row", before, "its undo")
    view(desk, 9, "^还没有本年度的统计表$")
    view(desk, 10, "^全部 49$", "push button")
    desk.never("^关闭原文依据$", "push button")
    desk.click(row, "table row")
    desk.see("^关闭原文依据$", "push button")
    desk.click("^时限，", "text")
    desk.key("ctrl+a")
    desk.paste("2025年6月31日")
    desk.key("Return")
    desk.see("^这不是日期", "label")
    desk.key("ctrl+a")
    desk.paste("2025年6月30日")
    desk.key("Return")
    desk.see(row + ".*2025-06-30", "table row")
    desk.click(row, "table row")
    desk.key("Home", "End")
    desk.wait(lambda: desk.focus().name.startswith("某某镇"), "the body that is not on the roster, last of all")
    desk.gone("^关闭原文依据$", "push button")


@journey()
def import_from_an_archive(desk):
    """What comes in an archive goes by its own name; no zero is told; a body is searched for, and any near year can be said."""
    folder = townships(desk.papers / "in", 10, 2009)
    long = "积石山保安族东乡族撒拉族自治乡"
    (folder / "长名.txt").write_text(f"{long}人民政府2009年度法治政府建设工作报告\n一、工作情况\n调处矛盾纠纷12件。\n"
                                     f"{long}人民政府\n2010年1月5日\n")
    archive = desk.papers / "报告.zip"
    with zipfile.ZipFile(archive, "w") as papers:
        for paper in folder.iterdir():
            papers.write(paper, paper.name)
    desk.see("^新建一本评议簿$")
    import_files(desk, archive)
    desk.see("^读入 11 份(?!.* 0 )")
    row = "^李家镇2009.txt，"
    desk.click("^李家镇2009.txt$", "label", row)
    desk.see("^李家镇2009.txt：", "label")
    desk.click("^2009$", "push button", row)
    desk.see(f"^{time.localtime().tm_year}$", "label", "GtkPopoverContent")
    desk.key("Escape")
    desk.rest()
    year = desk.see("^2009$", "push button", row)
    for button in desk.all("^积石山", "push button"):
        if button.box[0] + button.box[2] > year.box[0]:
            raise Failed(f"a long name reaches over the year: {button.box} {year.box}")
    desk.click("^李家镇$", "push button", row)
    desk.see("^查找单位$", "entry")
    desk.rest()
    desk.paste("王家镇")
    desk.key("Return")
    desk.see("^王家镇$", "push button", row)
    tip_at(desk, *desk.place(desk.see("^积石山", "push button")))
