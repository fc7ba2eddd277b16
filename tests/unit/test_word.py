"""What Word files hold beside running text: text boxes, headings that are broken by hand."""

import io
import zipfile

from baogao.model import Line
from baogao.report.readers.docx import read_docx

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_BOX = "<w:txbxContent><w:p><w:r><w:t>专栏 重大工程</w:t></w:r></w:p></w:txbxContent>"
_BREAK = "<w:r><w:br/></w:r>"


def read(body: str) -> tuple[Line, ...]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>")
    return read_docx(packed.getvalue())[0]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_a_text_box_is_read_once_and_by_itself() -> None:
    both = f"<mc:Choice>{_BOX}</mc:Choice><mc:Fallback>{_BOX}</mc:Fallback>"
    box = f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"
    lines = read(f"<w:p>{run('深化国企')}{box}{run('改革。')}</w:p>")
    assert [line.text for line in lines] == ["深化国企改革。", "专栏 重大工程"]


def test_boxes_in_boxes_cost_no_recursion() -> None:
    inner = "<w:t>里</w:t>"
    for _ in range(300):
        inner = f"<w:txbxContent><w:p><w:r>{inner}</w:r></w:p></w:txbxContent>"
    assert [line.text for line in read(f"<w:p><w:r>{inner}</w:r></w:p>")] == ["里"]


def test_a_bold_line_that_is_broken_by_hand_goes_on() -> None:
    bold = read(f"<w:p>{run('二、坚持创新驱动，', '<w:b/>')}{_BREAK}{run('培育新动能', '<w:b/>')}</w:p>")
    assert [(line.text, line.hint) for line in bold] == [("二、坚持创新驱动，", ""), ("培育新动能", "goes on")]
    plain = read(f"<w:p>{run('第一段。')}{_BREAK}{run('第二段。')}</w:p>")
    assert [line.hint for line in plain] == ["", ""]
