"""checks.py - journeys: what failed, why it may stand, by check and by body, and the words that are no copying

SPDX-License-Identifier: GPL-3.0-or-later
"""
from desk import Failed
from ways import (answer, count, import_folder, journey, main_again, ready, same_number, title_the_review, townships, twins,
                  view)

OPEN = "^未处理 (\\d+)$"


@journey("--sample")
def explain_a_check(desk):
    """A failing check is accepted with a reason: it leaves what is open, counts as explained, and undo returns it."""
    ready(desk)
    view(desk, 6, OPEN, "push button")
    before = count(desk, OPEN)
    desk.click("^说明…$", "push button")
    desk.see("^为什么可以接受$", "label")
    desk.rest()
    desk.paste("县里统一公开")
    desk.click("^按此说明接受$", "push button")
    same_number(desk, OPEN, before - 1)
    desk.see("^已说明 1$", "push button")
    desk.key("ctrl+z")
    same_number(desk, OPEN, before)


@journey("--sample")
def checks_by_body(desk):
    """The same by body; what passed is under 全部."""
    ready(desk)
    view(desk, 6, OPEN, "push button")
    desk.click("^按单位$", "push button")
    desk.see("^望溪街道$", "label")
    desk.click("^全部$", "push button")
    desk.is_("^全部$", "pressed", "push button")
    desk.click("^按核查$", "push button")
    desk.see("^公开日期$", "label")


@journey("--sample")
def overlap_side_by_side(desk):
    """Who shares text with whom: both passages, F8 goes to the next, and the whole text is one click away."""
    ready(desk)
    view(desk, 6, OPEN, "push button")
    desk.click("^与其他单位重合$", "label")
    desk.see("重合")
    desk.rest()
    desk.key("F8", "F8", "shift+F8")
    desk.never("^出错")


@journey()
def many_pairs_are_folded(desk):
    """Where many bodies share text with another, each card is three lines; its passages open by keyboard, and stay open
    while another card is decided."""
    desk.see("^新建一本评议簿$")
    import_folder(desk, twins(desk.papers / "in", 10))
    desk.click("^完成$", "push button")
    desk.see("^已收 20 / 20")
    view(desk, 6, OPEN, "push button")
    desk.see("^与其他单位重合$", "label")
    desk.click("^与其他单位重合$", "label")
    desk.see("^卫圩镇，报告原文 \\d+ 处$", "push button")
    desk.rest()
    folds = desk.all("，报告原文 \\d+ 处$", "push button")
    if len(folds) != 20 or folds[9].box[1] - folds[0].box[1] > 9 * 130:
        raise Failed(f"{len(folds)} cards, the tenth {folds[9].box[1] - folds[0].box[1]} pixels below the first")
    desk.never("^卫圩镇 2024 · ", "label")
    for _ in range(16):
        desk.key("Tab")
        if (focus := desk.focus()) is not None and focus.fits("^卫圩镇，报告原文"):
            break
    else:
        raise Failed(f"Tab does not reach the passages of the second card: {desk.focus()}")
    desk.key("space")
    desk.is_("^卫圩镇，报告原文", "expanded", "push button")
    desk.sight("^褚圩镇 2024 · ", "label")
    desk.rest()
    desk.shot(desk.build / "journeys" / "folded-pairs.png")
    before = count(desk, OPEN)
    desk.click("^确认$", "push button")
    same_number(desk, OPEN, before - 1)
    desk.is_("^卫圩镇，报告原文", "expanded", "push button")
    desk.sight("^褚圩镇 2024 · ", "label")
    if len(desk.all("^褚圩镇 2024 · |^冯圩镇 2024 · ", "label")) > 3:
        raise Failed("a card was opened that nobody opened")
    desk.click("^卫圩镇，报告原文", "push button", dx=40, dy=10)
    desk.gone("^褚圩镇 2024 · ", "label")


@journey("--sample")
def a_pair_and_back(desk):
    """A pair opened from its card stays open while the settings change something else; Alt+Left leads to the card, and
    only then out of the view."""
    ready(desk)
    view(desk, 6, OPEN, "push button")
    desk.click("^按单位$", "push button")
    desk.click("^栖砚镇$", "label")
    desk.rest()
    desk.scroll_to("^对照看$", "push button")
    desk.click("^对照看$", "push button")
    desk.sight("^下一段$", "push button")
    title_the_review(desk, "新泽县的评议")
    main_again(desk)
    desk.see("^新泽县的评议", "label")
    desk.rest()
    desk.sight("^下一段$", "push button")
    desk.key("alt+Left")
    desk.sight("^对照看$", "push button")
    desk.see(OPEN, "push button")
    desk.key("alt+Left")
    ready(desk)


@journey("--sample")
def open_the_whole_text(desk):
    """From a finding to its report, and back."""
    ready(desk)
    view(desk, 6, OPEN, "push button")
    desk.click("^空缺未填$", "label")
    desk.rest()
    desk.click("^打开全文$", "push button")
    desk.see("^按段落$", "push button")
    desk.key("alt+Left")
    desk.see(OPEN, "push button")


@journey("--sample")
def thresholds_and_set_phrases(desk):
    """The button beside the checks opens the settings at the page it names."""
    ready(desk)
    view(desk, 6, OPEN, "push button")
    desk.click("^阈值与套话$", "push button")
    desk.see("^名册与截止日$", "frame")
    desk.sight("^两个单位之间$")
    desk.key("Escape")
    desk.gone("^名册与截止日$", "frame")


@journey("--sample")
def settings_of_the_county(desk):
    """The title of the review is changed in the settings; the window follows, and undo asks by name first."""
    ready(desk)
    title_the_review(desk, "新泽县的评议")
    desk.gone("^名册与截止日$", "frame")
    desk.see("^新泽县的评议", "label")
    desk.key("ctrl+z")
    desk.wait(lambda: desk.eyes.count() > 1, "a question")
    desk.rest()
    desk.key("Escape")
    desk.see("^新泽县的评议", "label")


@journey("--sample")
def own_words_as_forms(desk):
    """A weakness of the county's own: named, given a cue, tried on a sentence and on the reports; the wheel goes on down the
    page also over the lines of the cues; closing asks; then kept;
    all reports are read anew with it, and that is taken back by name."""
    ready(desk)
    desk.key("ctrl+comma")
    desk.see("^名册与截止日$", "frame")
    desk.rest()
    desk.click("^词典$", None)
    desk.see("^本县增补$")
    desk.rest()
    desk.click("^添加$", "push button")
    desk.rest()
    desk.click("^名称$", "text")
    desk.paste("送达回证不全")
    desk.rest()
    desk.scroll_to("^线索$", "text")
    desk.click("^线索$", "text")
    desk.paste("送达回证~2不全")
    desk.rest()
    cues = desk.see("^线索$", "text")
    x, y, width, height = cues.sight()
    left, top = desk.origin(cues)
    desk.wheel(left + x + width // 2, top + y + height // 2, 1)
    desk.wait(lambda: desk.see("^线索$", "text").box[1] < cues.box[1], "the page moved by the wheel over the cues")
    desk.scroll_to("^试一句话", "text")
    desk.click("^试一句话", "text")
    desk.paste("个别案卷送达回证不全。")
    desk.see("问题“送达回证不全”", "label")
    desk.rest()
    desk.scroll_to("^查看$", "push button")
    desk.click("^查看$", "push button")
    desk.see("^\\d+份报告的识读结果会变（共20份）", "label")
    desk.rest()
    desk.key("Escape")
    desk.see("^保存改动的增补吗", "label")
    desk.rest()
    answer(desk, "取消")
    desk.wait(lambda: desk.front() == "名册与截止日", "the settings still there")
    desk.rest()
    desk.scroll_to("^保存并重新识读$", "push button")
    desk.click("^保存并重新识读$", "push button")
    main_again(desk)
    desk.see("份报告", "label")
    desk.rest()
    view(desk, 2, "^送达回证不全$", "push button")
    desk.key("ctrl+z")
    desk.wait(lambda: desk.eyes.count() > 1, "a question")
    desk.see("重新识读|增补|县")


@journey()
def wording_of_the_whole_county(desk):
    """What all bodies were given is listed beside the set phrases; a sentence switched off there is compared all the
    same from then on."""
    import_folder(desk, townships(desk.papers / "in", 12))
    desk.see("^导入 12 个文件$")
    desk.rest()
    view(desk, 6, OPEN, "push button")
    desk.click("^阈值与套话$", "push button")
    desk.see("^全县共用的句子$")
    desk.see("^12 个单位$")
    desk.scroll_to("^12 个单位$")
    desk.click("^12 个单位$")
    desk.rest()
    desk.key("Escape")
    desk.gone("^名册与截止日$", "frame")
    desk.rest()
    desk.click("^阈值与套话$", "push button")
    desk.see("^照常比对$")
    desk.scroll_to("^照常比对$")
    desk.rest()
