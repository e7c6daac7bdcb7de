"""scoring.py - journeys: the county's score sheet is filled in by keyboard, in files, and printed

SPDX-License-Identifier: GPL-3.0-or-later
"""
from desk import Failed
from frame import cut, every_look, half_a_screen
from ways import chooser, journey, main_again, ready

HEADS = ["党政主要负责人履行推进法治建设第一责任人职责", "行政执法规范化和执法队伍建设", "普法宣传和公共法律服务", "矛盾纠纷化解和依法治理",
         "问题查摆和整改落实"]


def sample_sheet(desk):
    """The eleventh view has the key beside the digits. It says what is lacking, and has a sheet to begin with."""
    ready(desk)
    desk.key("alt+minus")
    desk.see("^还没有2024年度的评分表$")
    desk.click("^使用样表$", "push button")
    desk.see("^望溪街道，本人评分—，平均分—，—，0/0人评齐$", "table row")
    desk.rest()


def name_scorer(desk, name):
    desk.click("^评分人$", "text")
    desk.paste(name)
    desk.rest()


@journey("--sample")
def score_by_keyboard(desk):
    """Enter goes from head to head and on to the next body; what cannot be given is said; the evidence follows; undo."""
    sample_sheet(desk)
    name_scorer(desk, "张三")
    desk.click(f"^得分：{HEADS[0]}$", "text")
    desk.see("法治建设专题会议4次", "label")
    desk.type("24")
    desk.key("Return")
    desk.wait(lambda: desk.focus().name == f"得分：{HEADS[1]}", "the second head")
    desk.type("30")
    desk.key("Return")
    desk.see("^请填0到25之间的数字。$", "label")
    desk.key("ctrl+a")
    for points in ("23", "18", "19", "9"):
        desk.type(points)
        desk.key("Return")
        desk.rest()
    desk.see("^望溪街道，本人评分93，平均分93，优秀，1/1人评齐$", "table row")
    desk.wait(lambda: desk.focus().name == f"得分：{HEADS[0]}", "the first head of the next body")
    desk.see("^双渚街道$", "label")
    desk.click("^望溪街道，", "table row")
    desk.key("ctrl+z")
    desk.see("^望溪街道，本人评分4/5，平均分—，—，0/1人评齐$", "table row")
    desk.see("^未评齐：张三评了4项", "label")


@journey("--sample")
def limits_of_the_grades(desk):
    """The limits are changed in their place: what is no order is said and not kept; the grade follows; undo."""
    sample_sheet(desk)
    name_scorer(desk, "张三")
    desk.click(f"^得分：{HEADS[0]}$", "text")
    for points in ("24", "23", "18", "19", "9"):
        desk.type(points)
        desk.key("Return")
        desk.rest()
    desk.see("^望溪街道，本人评分93，平均分93，优秀，1/1人评齐$", "table row")
    desk.click("^等次标准$", "push button")
    desk.click("^优秀的起点分$", "text")
    desk.key("ctrl+a")
    desk.type("75")
    desk.key("Return")
    desk.see("^三个分数都要填", "label")
    desk.key("ctrl+a")
    desk.type("95")
    desk.key("Return")
    desk.see("^望溪街道，本人评分93，平均分93，良好，1/1人评齐$", "table row")
    desk.key("ctrl+z")
    desk.see("^望溪街道，本人评分93，平均分93，优秀，1/1人评齐$", "table row")


@journey("--sample")
def scores_by_several(desk):
    """Each scorer fills in a file; nobody's points are written over another's; the highest and the lowest drop from three on."""
    sample_sheet(desk)
    for number, (name, last) in enumerate((("张三", 9), ("李四", 3), ("王五", 7)), 1):
        path = desk.papers / f"{name}.csv"
        path.write_text(f"2024年度评分\n评分人：{name}\n单位,{','.join(HEADS)}\n望溪街道,24,23,18,19,{last}\n澜桥镇,26,,,,\n", encoding="utf-8")
        desk.click("^导入评分…$", "push button")
        desk.choose_file(path)
        desk.see(r"已导入，以下内容除外：\S.*填了26分，分值只有25分", "label")
        desk.see(f"^望溪街道，.*/{number}人评齐$", "table row")
    desk.see("^望溪街道，本人评分—，平均分90.33，优秀，3/3人评齐$", "table row")
    desk.click("^去掉最高分和最低分$", "check box")
    desk.see("^望溪街道，本人评分—，平均分91，优秀，3/3人评齐$", "table row")
    desk.key("ctrl+z")
    desk.see("^望溪街道，本人评分—，平均分90.33，优秀，3/3人评齐$", "table row")
    target = desk.papers / "评分结果.xlsx"
    desk.click("^导出结果…$", "push button")
    desk.choose_file(target)
    desk.wait(target.exists, "the workbook")
    desk.key("ctrl+p")
    chooser(desk)
    desk.see("^打印", None)
    desk.key("Escape")
    main_again(desk)
    if target.stat().st_size < 5000:
        raise Failed("the workbook is too small")


@journey("--sample")
def scores_in_every_look(desk):
    """The eleventh view at 800 pixels, dark, in high contrast and at 200 %: nothing to press is cut by the window."""
    for look in every_look(desk):
        sample_sheet(desk)
        if look.endswith("narrow"):
            half_a_screen(desk)
        desk.rest()
        desk.shot(desk.build / "journeys" / f"look-{look}-11.png")
        if found := list(cut(desk)):
            raise Failed(f"评分 ({look}): cut by the window: {found[0]}")
        form = desk.see("^请先在上方写明", "label")
        pane = next(node for node in form.ancestors() if node.role == "scroll pane")
        if form.box[0] + form.box[2] > pane.box[0] + pane.box[2] + 1 or pane.sight() is None:
            raise Failed(f"评分 ({look}): what is said of the body is cut: {form}")
