"""PDF documents: paragraphs as they were meant, without page numbers and running heads."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import NotText
from dragoman.sources import Item, Unread, open_bytes, open_items

Placed = tuple[int, int, str]  # from the left, from below, text


def pdf(*pages: list[Placed], title: str = "") -> bytes:
    """A PDF document with these lines on its pages."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        lines = "".join(f"BT /F1 11 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in page)
        objects.append(f"<< /Length {len(lines)} >>\nstream\n{lines}endstream")
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>"
    objects.append(f"<< /Title ({title}) >>")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def lines(*texts: str, top: int = 760, step: int = 14) -> list[Placed]:
    return [(72, top - number * step, text) for number, text in enumerate(texts)]


def read(data: bytes) -> Item:
    (item,) = open_bytes(data, "report.pdf")
    assert isinstance(item, Item), item
    return item


FIRST = lines("The foreign ministers of Peru and Chile met in Lima on Monday and spoke about inter-", "national law.")
SECOND = lines(
    "They agreed to meet before the year ends, and to bring the others and the defence min-", "isters.", top=700,
)


def test_lines_are_joined_to_paragraphs_and_parted_words_to_words() -> None:
    item = read(pdf(FIRST + SECOND))
    assert item.document.text == (
        "The foreign ministers of Peru and Chile met in Lima on Monday and spoke about international law.\n\n"
        "They agreed to meet before the year ends, and to bring the others and the defence ministers."
    )
    assert item.raw.media == "application/pdf"


def test_a_short_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    placed = lines(
        "The foreign ministers of Peru and Chile met in Lima on Monday to talk.", "They agreed.",
        "The next meeting will be held in Santiago before the end of the year.", "It will be long, as always.",
    )  # fmt: skip
    assert read(pdf(placed)).document.text.count("\n\n") == 1


def test_a_compound_keeps_its_hyphen() -> None:
    placed = lines("Everybody in the room was waiting for the Franco-", "German talks.")
    assert "Franco-German talks" in read(pdf(placed)).document.text


def test_page_numbers_and_running_heads_go_and_a_paragraph_goes_on() -> None:
    def page(number: int, *texts: str) -> list[Placed]:
        return [(72, 800, f"Ministry of Foreign Affairs {number}"), *lines(*texts), (290, 40, f"Page {number} of 3")]

    document = read(
        pdf(
            page(1, "The delegation will travel to Lima in 2031, then to Bogota, and"),
            page(2, "from there to Quito."),
            page(3, "Nobody else was told about the plans that they had made before."),
        )
    ).document
    assert document.text == (
        "The delegation will travel to Lima in 2031, then to Bogota, and from there to Quito.\n\n"
        "Nobody else was told about the plans that they had made before."
    )


def test_the_stated_title_is_taken_where_it_is_printed() -> None:
    placed = [(72, 790, "Joint communique"), *FIRST]
    assert read(pdf(placed, title="Joint Communique")).document.title == "Joint Communique"
    assert read(pdf(placed, title="Microsoft Word - final.doc")).document.title == ""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf([]), "only pictures"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "broken"),
        (pdf(FIRST)[:200], "broken"),
    ],
)
def test_one_without_text_is_a_reason(data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    (unread,) = open_items([str(path)])
    assert isinstance(unread, Unread)
    assert isinstance(unread.error, NotText)
    assert said in str(unread.error)
    assert unread.raw is not None
    assert unread.key == path.as_uri()
