"""A process that judges messages: reads them from standard input, answers on standard output, one after the other.

A question is a line of JSON (`sender`, `recipients`, `size`) and then `size` bytes, the message. An answer is a line of
JSON, a `Verdict`. The first line of all is the setup, and its answer says that the process is warm.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any, BinaryIO

from msglint.hooks import folders
from msglint.hooks.smtp.choosing import Setup
from msglint.hooks.smtp.judging import Judge


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Judge until nobody asks any more."""
    judge = Judge(Setup.from_json(json.loads(questions.readline())), folders.state_folder())
    judge.warm_up()
    _answer(answers, {"ready": True})
    while line := questions.readline():
        asked = json.loads(line)
        raw = questions.read(asked["size"])
        if len(raw) < asked["size"]:
            return  # whoever asked is gone
        _answer(answers, judge.verdict(raw, asked["sender"], asked["recipients"])._asdict())


def _answer(answers: BinaryIO, value: dict[str, Any]) -> None:
    answers.write(json.dumps(value).encode("ascii") + b"\n")
    answers.flush()


def main() -> None:
    """Serve on what the process was started with."""
    answers = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not stand among the answers.
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
