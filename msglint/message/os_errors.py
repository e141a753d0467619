"""Why the operating system does not let a file be read or written, or a server be reached, in words for people."""

from __future__ import annotations

import errno
from typing import NamedTuple


class Reason(NamedTuple):
    """The end of a sentence, in brackets: `cannot be written (the disk is full)`."""

    de: str
    en: str


_REASONS = {
    errno.EACCES: Reason("es fehlen die Rechte", "permission denied"),
    errno.EPERM: Reason("es fehlen die Rechte", "permission denied"),
    errno.EROFS: Reason("der Datenträger ist schreibgeschützt", "the disk is write-protected"),
    errno.ENOSPC: Reason("der Datenträger ist voll", "the disk is full"),
    errno.EDQUOT: Reason("das Kontingent ist erschöpft", "the quota is used up"),
    errno.EFBIG: Reason("die Datei würde zu groß", "the file would be too large"),
    errno.EIO: Reason("der Datenträger meldet einen Fehler", "the disk reports an error"),
    errno.ENOENT: Reason("Datei oder Ordner gibt es nicht", "there is no such file or folder"),
    errno.EEXIST: Reason("die Datei gibt es schon", "the file is there already"),
    errno.ENOTDIR: Reason("ein Teil des Pfades ist kein Ordner", "a part of the path is no folder"),
    errno.EISDIR: Reason("das ist ein Ordner", "it is a folder"),
    errno.ELOOP: Reason("die Verknüpfungen führen im Kreis", "the links go round in a circle"),
    errno.ENAMETOOLONG: Reason("der Name ist zu lang", "the name is too long"),
    errno.EBUSY: Reason("ein anderes Programm benutzt die Datei", "another program is using the file"),
    errno.EMFILE: Reason("zu viele Dateien sind offen", "too many files are open"),
    errno.ENFILE: Reason("zu viele Dateien sind offen", "too many files are open"),
    errno.EINVAL: Reason("der Name ist nicht zulässig", "the name is not allowed"),
    errno.ETIMEDOUT: Reason("es kommt keine Antwort", "there is no answer"),
    errno.ECONNREFUSED: Reason("Verbindung abgelehnt", "connection refused"),
    errno.ECONNRESET: Reason("Verbindung abgebrochen", "connection broken off"),
    errno.EHOSTUNREACH: Reason("zu diesem Rechner führt kein Weg", "there is no way to this host"),
    errno.ENETUNREACH: Reason("das Netz ist nicht erreichbar", "the network cannot be reached"),
    errno.EADDRINUSE: Reason("Adresse und Port sind schon belegt", "address and port are in use already"),
    errno.EADDRNOTAVAIL: Reason("dieser Rechner hat die Adresse nicht", "this machine does not have that address"),
}
_NAME_UNKNOWN = Reason("der Name lässt sich nicht auflösen", "the name cannot be resolved")


def reason_of(error: Exception) -> Reason:
    """The words for an error of the file system or the network.

    They are never those of the operating system, which speaks one language only.

    What is rare is told by its code, for whoever has to look it up.
    """
    if isinstance(error, RuntimeError):  # what `Path.resolve` raises up to Python 3.12
        return _REASONS[errno.ELOOP]
    if type(error).__name__ == "gaierror":  # its numbers are others; `socket` is not imported for it
        return _NAME_UNKNOWN
    code = error.errno if isinstance(error, OSError) else errno.EINVAL
    if code is None and isinstance(error, TimeoutError):  # nobody answered within the time that we wait
        code = errno.ETIMEDOUT
    if code in _REASONS:
        return _REASONS[code]
    name = errno.errorcode.get(code or 0, type(error).__name__)
    return Reason(f"Fehler {name}", f"error {name}")
