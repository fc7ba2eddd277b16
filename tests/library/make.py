"""Makes the report library: ten reports of different habits, each in two or more formats, and what must be read from them.

    python tests/library/make.py

The golden files say what was put in, not what baogao reads: they come from the plan of each report, not from a reader.
"""

# ruff: noqa: E501  (a Chinese sentence stays whole; Ruff counts each character as two)

import html
import io
import json
import random
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from passages import CLOSING, DETAILS, OPENING, PLAN_OPENING, REVIEW, TASKS

HERE = Path(__file__).parent
NUMBERS = "一二三四五六七八九十"
REVIEW_HEADS = (
    "稳住经济大盘", "壮大实体产业", "扩大有效投资", "激发消费活力", "夯实农业基础", "增强创新能力", "深化重点改革",
    "扩大对外开放", "建设宜居城市", "守护绿水青山", "促进就业增收", "发展社会事业", "织密保障网络", "筑牢安全防线",
)  # fmt: skip
TASK_HEADS = (
    "抓项目扩内需", "促消费惠民生", "强产业促升级", "育动能谋创新", "优环境激活力", "兴乡村固根本", "靓城市提品质",
    "护生态添底色", "办教育暖人心", "保健康优服务", "兜底线解民忧", "防风险保平安",
)  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """A report of the library: where, when, by whom, and in which habit and formats."""

    name: str
    place: str
    post: str
    person: str
    year: int
    day: str  # as printed
    iso: str
    habit: str
    formats: tuple[str, ...]
    kind: str = "work-report"

    @property
    def title(self) -> str:
        if self.kind == "work-report":
            return f"{self.year}年{self.place}政府工作报告"
        plan = "国民经济和社会发展计划"
        return f"关于{self.place}{self.year - 1}年{plan}执行情况与{self.year}年{plan}草案的报告"


PLANS = (
    Plan("qinghe", "清河县", "县长", "周启明", 2024, "2024年1月9日", "2024-01-09", "numbered", ("txt", "html")),
    Plan("linjiang", "临江市", "市长", "何 静", 2025, "二〇二五年一月十五日", "2025-01-15", "run-in", ("gbk.html", "txt")),
    Plan("nanhu", "南湖区", "发展和改革局局长", "陆知行", 2024, "2024年1月22日", "2024-01-22", "wrapped", ("txt", "docx"),
         "plan-report"),
    Plan("donghai", "东海省", "省长", "沈怀远", 2025, "2025年1月18日", "2025-01-18", "parts", ("txt", "pdf")),
    Plan("baishan", "白山自治县", "县长", "金 哲", 2023, "2023年2月6日", "2023-02-06", "bare", ("txt", "word.html")),
    Plan("yunling", "云岭市", "代市长", "段树声", 2026, "2026年1月12日", "2026-01-12", "spoken", ("txt", "md")),
    Plan("gaotang", "高塘区", "区长", "许安", 2025, "2025年1月6日", "2025-01-06", "three", ("docx", "html", "txt")),
    Plan("shiqiao", "石桥县", "发展和改革局局长", "丁宝山", 2025, "2025年1月10日", "2025-01-10", "table",
         ("txt", "html", "docx"), "plan-report"),
    Plan("xisha", "西沙州", "州长", "马文礼", 2024, "2024年1月30日", "2024-01-30", "numbered", ("utf16.txt", "md", "pdf")),
    Plan("luoshui", "洛水县", "县长", "贺 兰", 2026, "2026年1月20日", "2026-01-20", "markup", ("txt", "html", "docx")),
)  # fmt: skip

Item = tuple[str, object]  # ("front", text) ("head", (level, text)) ("text", text) ("table", rows) ("annex", text) …


def fill(plan: Plan, text: str, dice: random.Random) -> str:
    """A passage with its numbers and names."""

    def number(found: re.Match[str]) -> str:
        low, high = found[1], found[2]
        digits = len(low.partition(".")[2])
        return f"{dice.uniform(float(low), float(high)):.{digits}f}"

    text = re.sub(r"\{([\d.]+)~([\d.]+)\}", number, text)
    names = {"地": plan.place, "府": f"{plan.place}人民政府", "今": str(plan.year), "前": str(plan.year - 1)}
    text = re.sub(r"\{(.)\}", lambda found: names[found[1]], text)
    return text.translate(str.maketrans("，；：（）", ",;:()")) if plan.habit == "wrapped" else text


def items_of(plan: Plan) -> list[Item]:
    """The report as a sequence of what it is made of."""
    dice = random.Random(plan.name)
    review, tasks = list(enumerate(REVIEW[1:-1], 1)), list(enumerate(TASKS[1:], 0))
    dice.shuffle(review)
    dice.shuffle(tasks)
    details = [*DETAILS, *dice.sample(DETAILS, len(DETAILS))]
    first, second = (f"{plan.year - 1}年工作回顾", f"{plan.year}年工作安排")
    if plan.kind == "plan-report":
        first, second = f"{plan.year - 1}年计划执行情况", f"{plan.year}年计划安排和主要任务"
    opening = PLAN_OPENING if plan.kind == "plan-report" else OPENING
    items: list[Item] = [("text", fill(plan, opening, dice))]
    for part, (head, lead, passages, heads) in enumerate(
        ((first, REVIEW[0], review, REVIEW_HEADS), (second, TASKS[0], tasks, TASK_HEADS)), 1
    ):
        items.append(("head", (1, numbered(plan, part, head))))
        items.append(("text", fill(plan, lead, dice)))
        items += [("table", table_of(plan, dice))] if plan.habit == "table" and part == 2 else []
        for count, (number, passage) in enumerate(passages[:12], 1):
            name = heads[number - 1] if part == 1 else heads[min(number, len(heads) - 1)]
            items += section(plan, count, name, fill(plan, passage, dice))
            items.append(("text", fill(plan, details.pop(), dice)))
        items += [("text", fill(plan, REVIEW[-1], dice))] if part == 1 else []
    return [*items, ("text", fill(plan, CLOSING, dice)), *annex_of(plan)]


def numbered(plan: Plan, part: int, head: str) -> str:
    if plan.habit == "parts":
        return f"第{NUMBERS[part - 1]}部分 {head}"
    return head if plan.habit == "bare" else f"{NUMBERS[part - 1]}、{head}"


def section(plan: Plan, count: int, name: str, text: str) -> list[Item]:
    """One section in the report's habit."""
    number = NUMBERS[count - 1] if count <= 10 else "十" + NUMBERS[count - 11]
    if plan.habit in ("run-in",):
        return [("run-in", (2, f"（{number}）{name}", f"（{number}）{name}。{text}"))]
    if plan.habit == "spoken":
        return [("head", (2, f"{number}是{name}。")), ("text", text)]
    if plan.habit == "parts":
        return [("head", (2, f"{number}、{name}")), ("text", text)]
    if plan.habit == "three":
        first, _, rest = text.partition("。")
        heads: list[Item] = [("head", (2, f"（{number}）{name}")), ("text", first + "。")]
        return [*heads, ("head", (3, f"1.{name}的做法")), ("text", "● " + rest), ("head", (3, f"2.{name}的短板")),
                ("text", "对照先进地区，工作还有差距，需要在机制、队伍和投入上继续下功夫，一件一件补上。")]  # fmt: skip
    if plan.habit == "markup":
        return [
            ("head", (2, f"（{number}）{name}*_#<b>&amp;")),
            ("text", text + "（口径：=SUM(A1:A3)、{{ 数据 }}、[注](x)）"),
        ]
    return [("head", (2, f"({number}){name}" if plan.habit == "wrapped" else f"（{number}）{name}")), ("text", text)]


def table_of(plan: Plan, dice: random.Random) -> list[list[str]]:
    rows = [["指标", "单位", f"{plan.year - 1}年计划", f"{plan.year - 1}年完成", f"{plan.year}年计划"]]
    for name, unit, low, high in (
        ("地区生产总值增速", "%", 5, 7), ("规模以上工业增加值增速", "%", 5, 8), ("固定资产投资增速", "%", 4, 9),
        ("城镇新增就业", "人", 3000, 9000), ("一般公共预算收入增速", "%", 2, 5),
    ):  # fmt: skip
        digits = 0 if unit == "人" else 1
        rows.append([name, unit, *(f"{dice.uniform(low, high):.{digits}f}" for _ in range(3))])
    return rows


def annex_of(plan: Plan) -> list[Item]:
    if plan.habit not in ("table", "run-in"):
        return []
    return [
        ("annex", "名词解释"),
        ("note", "1.亩均税收：企业一年实缴税收与占地亩数之比，反映土地利用的效率。"),
        ("note", "2.揭榜挂帅：政府公布难题，由有能力的单位报名攻关，按成果兑现奖励。"),
        ("note", "3.医共体：县级医院同乡镇卫生院人员、药品、账目统一管理的联合体。"),
    ]


def front_of(plan: Plan) -> list[str]:
    meeting = f"{plan.place}第十八届人民代表大会第四次会议上"
    office = plan.place + plan.post
    return [plan.title, f"——{plan.day}在{meeting}", f"{office} {plan.person}", "各位代表："]


def lines_of(plan: Plan) -> list[tuple[str, str]]:
    """(kind, text) of each line, the front first."""
    lines = [("front", text) for text in front_of(plan)]
    for kind, value in items_of(plan):
        if kind == "head":
            lines.append((f"head{value[0]}", value[1]))
        elif kind == "run-in":
            lines.append(("text", value[2]))
        elif kind == "table":
            lines += [("row", "\t".join(row)) for row in value]
        else:
            lines.append((kind, value))
    return lines


def golden(plan: Plan) -> dict[str, object]:
    """What must be read: metadata, sections with paragraphs, tables, annexes."""
    sections = [{"level": 0, "heading": "", "run_in": False, "paragraphs": []}]
    tables, annexes = [], []
    for kind, value in items_of(plan):
        if kind == "head":
            sections.append({"level": value[0], "heading": value[1], "run_in": False, "paragraphs": []})
        elif kind == "run-in":
            sections.append({"level": value[0], "heading": value[1], "run_in": True, "paragraphs": [value[2]]})
        elif kind == "table":
            tables.append(value)
        elif kind == "annex":
            annexes.append({"heading": value, "paragraphs": []})
        elif kind == "note":
            annexes[-1]["paragraphs"].append(value)
        else:
            sections[-1]["paragraphs"].append(value)
    office = plan.place + (plan.post.removesuffix("局长") + "局" if plan.kind == "plan-report" else "")
    return {
        "title": plan.title, "kind": plan.kind, "place": plan.place, "deliverer": plan.person.replace(" ", ""),
        "delivered_on": plan.iso, "review_year": plan.year - 1, "plan_year": plan.year, "office": office,
        "sections": sections, "tables": tables, "annexes": annexes,
    }  # fmt: skip


def as_text(plan: Plan) -> str:
    lines = [text for _, text in lines_of(plan)]
    if plan.habit == "wrapped":
        lines = [piece for kind, text in lines_of(plan) for piece in wrapped(text, kind == "text")]
    end = "\r\n" if plan.habit == "parts" else "\n"
    tail = ["责任编辑：李某", "扫一扫在手机打开当前页"] if plan.habit != "wrapped" else []
    return (
        end.join(["首页>政务公开>政府工作报告", "发布时间：" + f"{plan.year}-03-02 来源：本地日报", *lines, *tail])
        + end
    )


def wrapped(text: str, indent: bool, width: int = 38) -> list[str]:
    text = ("\u3000\u3000" if indent else "") + text
    return [text[i : i + width] for i in range(0, len(text), width)]


def as_html(plan: Plan, style: str) -> str:
    parts, rows = [], []
    for kind, text in [*lines_of(plan), ("end", "")]:
        cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in text.split("\t"))
        if kind == "row":
            rows.append(f"<tr>{cells}</tr>")
            continue
        if rows:
            parts.append(f"<table border=1>{''.join(rows)}</table>")
            rows = []
        if kind == "end" or (kind == "front" and text == plan.title and style == "html"):
            continue
        shown = html.escape(text)
        if style == "word":
            middle = len(text) // 2
            shown = f"<span lang=EN-US>{html.escape(text[:middle])}</span><span>{html.escape(text[middle:])}</span><o:p></o:p>"
        shown = f"<strong>{shown}</strong>" if kind.startswith("head") else shown
        parts.append("　　" + shown + "<br/>" if style == "gbk" else f"<p class=MsoNormal>{shown}</p>")
    body = "\n".join(parts)
    charset = "gb2312" if style == "gbk" else "utf-8"
    head = f'<head><meta charset="{charset}"><title>{plan.title}_本地政府网</title></head>'
    nav = '<div class="nav"><a>首页</a><a>要闻</a></div><div class="crumbs">您的位置：首页 &gt; 政务公开</div>'
    info = f'<h1>{plan.title}</h1><div class="info">发布日期：{plan.year}-03-02 来源：政府办 【字体：大 中 小】</div>'
    foot = '<div class="share">分享到：微信</div><div class="footer"><p>主办：本地政府办公室 ICP备00000000号</p></div>'
    if style == "gbk":
        return f"<html>{head}<body><table><tr><td>{nav}</td></tr><tr><td><font>{body}</font></td></tr></table>{foot}</body></html>"
    inner = {"html": "TRS_Editor", "word": "WordSection1"}[style]
    shown = info if style == "html" else ""
    return f'<!DOCTYPE html><html>{head}<body>{nav}{shown}<div class="{inner}">{body}</div>{foot}</body></html>'


def as_markdown(plan: Plan) -> str:
    marks = {"head1": "## ", "head2": "### ", "head3": "#### "}
    return "\n\n".join(marks.get(kind, "") + text for kind, text in lines_of(plan)) + "\n"


def as_docx(plan: Plan) -> bytes:
    """A Word file with automatic numbers for 一、 and （一） in the wrapped habit, bold headings in the others."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts, rows = [], []
    for kind, text in [*lines_of(plan), ("end", "")]:
        if kind == "row":
            cells = "".join(f"<w:tc><w:p><w:r><w:t>{html.escape(c)}</w:t></w:r></w:p></w:tc>" for c in text.split("\t"))
            rows.append(f"<w:tr>{cells}</w:tr>")
            continue
        if rows:
            parts.append(f"<w:tbl>{''.join(rows)}</w:tbl>")
            rows = []
        number = ""
        if plan.habit == "wrapped" and kind in ("head1", "head2"):
            text = re.sub(r"^(\(\w+\)|\w、)", "", text)
            number = f'<w:numPr><w:ilvl w:val="{int(kind[-1]) - 1}"/><w:numId w:val="1"/></w:numPr>'
        bold = "<w:b/>" if kind.startswith("head") else ""
        run = f'<w:r><w:rPr>{bold}</w:rPr><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>'
        hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的批注</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        parts.append(
            f"<w:p><w:pPr>{number}</w:pPr>{run}{hidden if kind == 'text' else ''}</w:p>" if kind != "end" else ""
        )
    level = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="{1}"/></w:lvl>'
    numbering = (
        f'<w:numbering {space}><w:abstractNum w:abstractNumId="0">{level.format(0, "%1、")}{level.format(1, "(%2)")}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            ("word/document.xml", f"<w:document {space}><w:body>{''.join(parts)}</w:body></w:document>"),
            ("word/numbering.xml", numbering),
        ):
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def as_pdf(plan: Plan) -> bytes:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    text_style = ParagraphStyle(
        "t", fontName="STSong-Light", fontSize=12, leading=20, firstLineIndent=24, wordWrap="CJK"
    )
    title_style = ParagraphStyle("h", fontName="STSong-Light", fontSize=16, leading=26, alignment=1, wordWrap="CJK")

    def edges(canvas, document):  # type: ignore[no-untyped-def]
        canvas.setFont("STSong-Light", 9)
        canvas.drawString(70, 810, plan.title)
        canvas.drawCentredString(300, 30, f"— {canvas.getPageNumber()} —")

    flow = [
        Paragraph(html.escape(text), title_style if kind == "front" and "各位" not in text else text_style)
        for kind, text in lines_of(plan)
    ]
    stream = io.BytesIO()
    SimpleDocTemplate(stream, invariant=1).build(flow, onFirstPage=edges, onLaterPages=edges)
    return stream.getvalue()


def bytes_of(plan: Plan, form: str) -> bytes:
    if form == "docx":
        return as_docx(plan)
    if form == "pdf":
        return as_pdf(plan)
    if form == "md":
        return as_markdown(plan).encode("utf-8")
    if form.endswith("html"):
        return as_html(plan, form.removesuffix(".html")).encode("gb18030" if form.startswith("gbk") else "utf-8")
    return as_text(plan).encode("utf-16" if form.startswith("utf16") else "utf-8")


def main() -> None:
    for plan in PLANS:
        for form in plan.formats:
            (HERE / "reports" / f"{plan.name}.{form}").write_bytes(bytes_of(plan, form))
        text = json.dumps(golden(plan), ensure_ascii=False, indent=1) + "\n"
        (HERE / "golden" / f"{plan.name}.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
