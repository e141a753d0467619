# Keeps the message in a file, asks msglint, and runs the sender with what is to be sent. Whatever becomes of msglint:
# the message is sent or stays with its writer. `msglint hook install` fills in the values above.

say() { # German, English
    case ${MSGLINT_UI_LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in
    de*) printf 'msglint: %s\n' "$1" >&2 ;;
    *) printf 'msglint: %s\n' "$2" >&2 ;;
    esac
}

# Not 75, 126 or 127: a mail client may take these for a message that is on its way.
refuse() {
    say "$1" "$2"
    exit 1
}

# The sender in this process's place of work, reading standard input; its status, where it could be run.
run() {
    "$@"
    status=$?
    case $status in
    126 | 127) refuse "„$1“ lässt sich nicht ausführen; es wurde nichts gesendet." "'$1' cannot be run; nothing was sent." ;;
    esac
    exit "$status"
}

# `set -- WORDS` of the sender follow the options; a call of another such file is passed over.
while [ "$#" -gt 0 ] && [ "${1%/*}" = "${0%/*}" ]; do
    shift
done
if [ "$#" -eq 0 ]; then
    refuse "Das Programm, das sendet, ist nicht genannt; es wurde nichts gesendet." \
        "The program that sends is not named; nothing was sent."
fi
if ! command -v -- "$1" >/dev/null 2>&1; then
    refuse "„$1“ gibt es nicht; es wurde nichts gesendet." "'$1' is not there; nothing was sent."
fi

# What a run that was killed has left behind. In the background: no message waits for it.
if command -v find >/dev/null 2>&1; then
    find "${TMPDIR:-/tmp}/" -maxdepth 1 -name 'msglint.??????' -type d -user "$(id -u)" -mmin +1440 -exec sh -c '
        for old; do
            rm -f "$old/given" "$old/judged"
            rmdir "$old"
        done' sh {} + </dev/null >/dev/null 2>&1 &
fi

umask 077
folder=$(mktemp -d "${TMPDIR:-/tmp}/msglint.XXXXXX" 2>/dev/null)
if [ -z "$folder" ]; then
    if [ "$on_error" = block ]; then
        refuse "Nicht gesendet, weil nicht geprüft: In ${TMPDIR:-/tmp} lässt sich keine Datei anlegen." \
            "Not sent, because not checked: no file can be created in ${TMPDIR:-/tmp}."
    fi
    say "Ungeprüft weitergegeben: In ${TMPDIR:-/tmp} lässt sich keine Datei anlegen." \
        "Handed on unchecked: no file can be created in ${TMPDIR:-/tmp}."
    run "$@"
fi
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
given=$folder/given
judged=$folder/judged

if ! cat >"$given" 2>/dev/null; then
    refuse "Nicht gesendet: Die Nachricht lässt sich in ${TMPDIR:-/tmp} nicht zwischenspeichern." \
        "Not sent: the message cannot be kept in ${TMPDIR:-/tmp} meanwhile."
fi

# The size of the header block, with the empty line.
head_size() {
    LC_ALL=C awk '{ size += length($0) + 1 } /^\r?$/ { exit } END { print size + 0 }' "$given"
}

# As `X-Msglint: off` is understood by msglint.
is_off() {
    LC_ALL=C awk '
        /^\r?$/ { exit }
        tolower($0) ~ /^x-msglint[ \t]*:[ \t]*off[ \t]*\r?$/ { off = 1; exit }
        END { exit !off }' "$given"
}

# The message without the headers that are for msglint.
without_control() {
    if ! LC_ALL=C grep -qi '^x-msglint' "$given"; then
        ln "$given" "$judged" 2>/dev/null || cat "$given" >"$judged"
        return
    fi
    LC_ALL=C awk '
        /^\r?$/ { print; exit }
        /^[ \t]/ { if (!control) print; next }
        { control = tolower($0) ~ /^x-msglint(-[^ \t:]*)?[ \t]*:/; if (!control) print }' "$given" >"$judged" &&
        tail -c "+$(($(head_size) + 1))" "$given" >>"$judged"
}

# Sends what is judged. The file is gone before that: whatever ends this process leaves nothing behind.
send() {
    exec <"$judged"
    rm -rf "$folder"
    trap - EXIT HUP INT TERM
    run "$@"
}

# $1 and $2: why msglint could not say whether the message is good enough; then the sender.
unchecked() {
    german=$1 english=$2
    shift 2
    rm -f "$judged"
    if [ "$on_error" = block ] && ! is_off; then
        refuse "Nicht gesendet, weil nicht geprüft: $german Trotzdem senden: mit der Kopfzeile „X-Msglint: off“." \
            "Not sent, because not checked: $english To send it anyway, add the header 'X-Msglint: off'."
    fi
    if ! without_control 2>/dev/null; then
        refuse "Nicht gesendet: Die Nachricht lässt sich in ${TMPDIR:-/tmp} nicht zwischenspeichern." \
            "Not sent: the message cannot be kept in ${TMPDIR:-/tmp} meanwhile."
    fi
    say "Ungeprüft weitergegeben: $german" "Handed on unchecked: $english"
    send "$@"
}

if [ ! -x "$msglint" ]; then
    unchecked "$msglint gibt es nicht mehr; „msglint hook install $client“ richtet es neu ein." \
        "$msglint is not there any more; 'msglint hook install $client' sets it up anew." "$@"
fi

# msglint keeps to its own time; this is for one that does not.
limit=
if timeout -k 1 5 true </dev/null >/dev/null 2>&1; then
    limit="timeout -k 2 $seconds"
fi
judge "$@" <"$given"
status=$?
case $status in
0)
    if [ -s "$judged" ] || [ ! -s "$given" ]; then
        send "$@"
    fi
    unchecked "msglint hat nichts gesagt." "msglint said nothing." "$@"
    ;;
10) exit 1 ;;
124) unchecked "msglint war nach $seconds Sekunden nicht fertig." \
    "msglint was not done after $seconds seconds." "$@" ;;
*) unchecked "msglint ist gescheitert (Ergebnis $status)." "msglint failed (status $status)." "$@" ;;
esac
