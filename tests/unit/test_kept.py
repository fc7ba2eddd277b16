"""What is kept is read again only where nothing it was made from has changed, and never when it is damaged."""

from pathlib import Path

import pytest

from baogao import kept as module
from baogao.kept import kept


class Maker:
    """Counts how often a thing is made."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> dict[str, int]:
        self.made += 1
        return {"made": self.made}


def test_the_same_is_made_once(tmp_path: Path) -> None:
    maker = Maker()
    for _ in range(3):
        assert kept(tmp_path / "deep" / "thing", [b"a", b"b"], maker) == {"made": 1}
    assert [p.name for p in (tmp_path / "deep").iterdir()] == ["thing"]


@pytest.mark.parametrize("other", [[b"a"], [b"ab", b""], [b"", b"ab"], [b"a", b"c"], [b"a", b"b", b""]])
def test_another_origin_is_made_anew(tmp_path: Path, other: list[bytes]) -> None:
    maker = Maker()
    kept(tmp_path / "thing", [b"a", b"b"], maker)
    assert kept(tmp_path / "thing", other, maker) == {"made": 2}


def test_another_program_makes_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maker = Maker()
    kept(tmp_path / "thing", [b"a"], maker)
    monkeypatch.setattr(module, "program", lambda: b"another")
    assert kept(tmp_path / "thing", [b"a"], maker) == {"made": 2}


def test_what_is_damaged_is_made_anew(tmp_path: Path) -> None:
    maker = Maker()
    kept(tmp_path / "thing", [b"a"], maker)
    whole = (tmp_path / "thing").read_bytes()
    for at in (0, 70, len(whole) - 3):
        (tmp_path / "thing").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        made = maker.made
        assert kept(tmp_path / "thing", [b"a"], maker) == {"made": made + 1}
    (tmp_path / "thing").write_bytes(whole[:40])
    assert kept(tmp_path / "thing", [b"a"], maker) == {"made": maker.made}


def test_nothing_is_kept_of_what_failed(tmp_path: Path) -> None:
    def fails() -> None:
        raise OSError("no")

    with pytest.raises(OSError, match="no"):
        kept(tmp_path / "thing", [b"a"], fails)
    assert list(tmp_path.iterdir()) == []
