# Runs what was here before, and asks msglint. Whatever becomes of msglint: the patch or letter is sent, or is not, as
# the user wants it. `msglint hook install git` fills in the values above.

say() { # German, English
    case ${MSGLINT_UI_LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in
    de*) printf 'msglint: %s\n' "$1" >&2 ;;
    *) printf 'msglint: %s\n' "$2" >&2 ;;
    esac
}

# $1 and $2: why msglint could not say whether the letter is good enough.
unchecked() {
    if [ "$on_error" = block ]; then
        say "Nicht gesendet, weil nicht geprüft: $1 Trotzdem senden: git send-email --no-validate." \
            "Not sent, because not checked: $2 To send it anyway: git send-email --no-validate."
        exit 1
    fi
    say "Ungeprüft weitergegeben: $1" "Handed on unchecked: $2"
    exit 0
}

if [ -n "$earlier" ] && [ -x "$earlier" ]; then
    "$earlier" "$@" || exit
fi

if [ ! -x "$msglint" ]; then
    unchecked "$msglint gibt es nicht mehr; „msglint hook install git“ richtet es neu ein." \
        "$msglint is not there any more; 'msglint hook install git' sets it up anew."
fi

# msglint keeps to its own time; this is for one that does not.
limit=
if timeout -k 1 5 true </dev/null >/dev/null 2>&1; then
    limit="timeout -k 2 $seconds"
fi
judge "$@" </dev/null
status=$?
case $status in
0) exit 0 ;;
10) exit 1 ;;
124) unchecked "msglint war nach $seconds Sekunden nicht fertig." "msglint was not done after $seconds seconds." ;;
*) unchecked "msglint ist gescheitert (Ergebnis $status)." "msglint failed (status $status)." ;;
esac
