"""All that msglint brings along goes through the door that `msglint test` opens for others."""

from __future__ import annotations

from msglint.examining.examination import examination_of
from msglint.examining.remark import Fault, Level

EXAMINATION = examination_of(())


def test_everything_shipped_is_in_order() -> None:
    assert EXAMINATION.problems == ()
    assert len(EXAMINATION.rules) >= 90
    remarks = list(EXAMINATION.remarks())
    assert [remark for remark in remarks if remark.level is Level.FAILURE] == []
    # An exception without an example is a gap in the examples, and no danger; what is slow depends on the machine.
    tolerated = {Fault.UNUSED_EXCEPTION, Fault.SLOW}
    assert [remark for remark in remarks if remark.level is Level.WARNING and remark.fault not in tolerated] == []
