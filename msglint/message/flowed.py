"""Text whose paragraphs the sender's program broke into lines to be put together again (`format=flowed`, RFC 3676)."""

from __future__ import annotations

_SIGNATURE_LINE = "-- "


def unflow(text: str, *, delete_space: bool = False) -> str:
    """The paragraphs, each on one line, quotes as `> ` lines.

    Args:
        text: the text, one `LF` at the end of each line.
        delete_space: the parameter `DelSp=yes`: the blank at the end of a line is no part of the text.
    """
    lines: list[str] = []
    paragraph: list[str] = []
    open_depth = 0
    for raw_line in text.split("\n"):
        content = raw_line.lstrip(">")
        depth = len(raw_line) - len(content)
        content = content.removeprefix(" ")
        is_signature = content == _SIGNATURE_LINE
        if paragraph and (depth != open_depth or is_signature):
            lines.append("> " * open_depth + "".join(paragraph))
            paragraph = []
        open_depth = depth
        is_flowed = content.endswith(" ") and not is_signature
        paragraph.append(content[:-1] if is_flowed and delete_space else content)
        if not is_flowed:
            lines.append("> " * depth + "".join(paragraph))
            paragraph = []
    if paragraph:
        lines.append("> " * open_depth + "".join(paragraph))
    return "\n".join(lines)
