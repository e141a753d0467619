"""The pages that show many rules at once: by family, by severity, by profile, and each profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rule_pages import badge, table

from msglint.describing.conditions import in_words
from msglint.describing.description import Description
from msglint.describing.words import LANGUAGES, OFF, SEVERITIES, family_title
from msglint.profiles.model import DEFAULT, Profile
from msglint.texts import Text

RULES = Text("Alle Regeln", "All rules")
RULES_INTRO = Text(
    "{n} Regeln in {families} Familien. Dieselben [nach Schwere](by-severity.md) und [nach Profil](by-profile.md); "
    "in der Befehlszeile zeigt sie `msglint rules`, und `msglint explain REGEL` erklärt eine.",
    "{n} rules in {families} families. The same [by severity](by-severity.md) and [by profile](by-profile.md); "
    "on the command line `msglint rules` shows them, and `msglint explain RULE` explains one.",
)
BY_SEVERITY = Text("Regeln nach Schwere", "Rules by severity")
BY_SEVERITY_INTRO = Text(
    "Ein Fehler kostet 32 Punkte der Note, eine Warnung 12, ein Vorschlag 4; manche Regeln nennen ihren eigenen Preis. "
    "Hier steht, was jede von sich aus ist; [Profile](../profiles.md) und einzelne Nachrichten können es ändern.",
    "An error costs 32 points of the grade, a warning 12, a suggestion 4; some rules name their own price. "
    "This is what each is by itself; [profiles](../profiles.md) and single messages can change it.",
)
BY_PROFILE = Text("Regeln nach Profil", "Rules by profile")
BY_PROFILE_INTRO = Text(
    "Was jedes [Profil](../profiles.md) aus den Regeln macht. Ein Punkt heißt: so wie die Regel von sich aus ist. "
    "Regeln, an denen kein Profil etwas ändert, stehen nicht dabei.",
    "What each [profile](../profiles.md) makes of the rules. A dot means: as the rule is by itself. "
    "Rules that no profile changes are left out.",
)
RULE = Text("Regel", "Rule")
ABOUT = Text("Worum es geht", "What it is about")
SEVERITY = Text("Schwere", "Severity")
MESSAGES = Text("Nachrichten", "Messages")
ANY = Text("alle", "any")
CHOSEN = Text("Gilt von selbst für", "Holds by itself for")
NEVER = Text(
    "Wird nie von selbst gewählt, nur mit `--profile {name}`.", "Never chosen by itself, only with `--profile {name}`."
)
ELSE = Text("Gilt, wo kein anderes passt.", "Holds where no other fits.")
BASED_ON = Text("Beruht auf [{title}]({name}.md).", "Based on [{title}]({name}.md).")
OTHERWISE = Text("Was anders ist", "What is different")
NOTHING = Text("Nichts: Alle Regeln gelten, wie sie sind.", "Nothing: all rules hold as they are.")
SET = Text("Eingestellt", "Set")
SUBJECT = Text("Betreff mit {words}", "subject with {words}")
FAMILY = Text("Familie", "Family")
PROFILE = Text("Profil", "Profile")
NAME = Text("Name", "Name")
FOR = Text("Wofür", "What for")
STARTS = Text("am Anfang", "at its beginning")

Described = Sequence[Description]


def families(rules: Described) -> Mapping[str, list[Description]]:
    """The rules by family, in the order in which they were first met."""
    found: dict[str, list[Description]] = {}
    for rule in rules:
        found.setdefault(rule.family, []).append(rule)
    return found


def rules_index(rules: Described, language: str) -> str:
    """`rules/index.md`: by family."""
    by_family = families(rules)
    return _page(
        f"# {RULES.in_(language)}",
        RULES_INTRO.in_(language).format(n=len(rules), families=len(by_family)),
        *(
            block
            for family, members in by_family.items()
            for block in (
                f"## [{family_title(family, language)}]({family}/index.md) {{ #{family} }}",
                _rules_table(members, language, lambda rule: f"{rule.family}/{rule.name}.md"),
            )
        ),
    )


def family_page(family: str, rules: Described, language: str) -> str:
    """`rules/<family>/index.md`."""
    return _page(
        f"# {family_title(family, language)}",
        f"`{family}`{{ .rule-id }}",
        _rules_table(rules, language, lambda rule: f"{rule.name}.md"),
    )


def by_severity(rules: Described, language: str) -> str:
    """`rules/by-severity.md`."""
    groups = {name: [rule for rule in rules if rule.severity == name] for name in SEVERITIES if name != OFF}
    return _page(
        f"# {BY_SEVERITY.in_(language)}",
        BY_SEVERITY_INTRO.in_(language),
        *(
            block
            for severity, members in groups.items()
            for block in (
                f"## {_capital(SEVERITIES[severity].in_(language))} ({len(members)}) {{ #{severity} }}",
                _rules_table(members, language, lambda rule: f"{rule.family}/{rule.name}.md"),
            )
        ),
    )


def by_profile(rules: Described, profiles: Sequence[Profile], language: str) -> str:
    """`rules/by-profile.md`."""
    changing = [profile for profile in profiles if any(_change(rule, profile) for rule in rules)]
    headings = [RULE.in_(language), *(f"[{_title(one, language)}](../profiles/{one.name}.md)" for one in changing)]
    rows = [
        [f"[`{rule.id}`]({rule.family}/{rule.name}.md)", *(_change(rule, profile) or "·" for profile in changing)]
        for rule in rules
        if rule.profiles
    ]
    return _page(
        f"# {BY_PROFILE.in_(language)}",
        BY_PROFILE_INTRO.in_(language),
        _scrolling(table(headings, rows), "profiles-table"),
    )


def profile_page(profile: Profile, profiles: Sequence[Profile], rules: Described, language: str) -> str:
    """`profiles/<name>.md`."""
    titles = {one.name: _title(one, language) for one in profiles}
    changed = [(rule, one) for rule in rules for one in rule.profiles if one.name == profile.name]
    with_options = any(one.options for _, one in changed)
    rows = [
        [
            f"[`{rule.id}`](../rules/{rule.family}/{rule.name}.md)",
            rule.title,
            f"{badge(rule.severity, language)} → {badge(one.severity, language)}"
            if one.severity != rule.severity
            else badge(one.severity, language),
            *([", ".join(f"`{option}`" for option in one.options)] if with_options else []),
        ]
        for rule, one in changed
    ]
    headings = [RULE, ABOUT, SEVERITY, *([SET] if with_options else [])]
    return _page(
        f"# {_title(profile, language)}",
        f"`{profile.name}`{{ .rule-id }}",
        profile.about.in_(language),
        _chosen(profile, language),
        BASED_ON.in_(language).format(title=titles[profile.based_on], name=profile.based_on)
        if profile.based_on
        else "",
        f"## {OTHERWISE.in_(language)}",
        table([heading.in_(language) for heading in headings], rows) if rows else NOTHING.in_(language),
    )


def profiles_list(profiles: Sequence[Profile], language: str) -> str:
    """The profiles with what each is for, as it stands in `profiles.md`."""
    rows = [
        [f"[{_title(one, language)}](profiles/{one.name}.md)", f"`{one.name}`", one.about.in_(language)]
        for one in profiles
    ]
    return table([text.in_(language) for text in (PROFILE, NAME, FOR)], rows)


def matrix(rules: Described, profiles: Sequence[Profile], language: str) -> str:
    """Profile × family: how many rules of a family run as errors, warnings and suggestions."""
    by_family = families(rules)
    widest = max(len(members) for members in by_family.values())
    headings = [FAMILY.in_(language), *(f"[{_title(one, language)}](profiles/{one.name}.md)" for one in profiles)]
    rows = [
        [
            f"[{family_title(family, language)}](rules/{family}/index.md)",
            *(_bar(members, profile, widest, language) for profile in profiles),
        ]
        for family, members in by_family.items()
    ]
    legend = " ".join(badge(severity, language) for severity in SEVERITIES if severity != OFF)
    return _scrolling(f"{table(headings, rows)}\n\n{legend}\n{{ .legend }}", "matrix")


def _bar(rules: Described, profile: Profile, widest: int, language: str) -> str:
    counts = dict.fromkeys(SEVERITIES, 0)
    for rule in rules:
        counts[next((one.severity for one in rule.profiles if one.name == profile.name), rule.severity)] += 1
    told = ", ".join(f"{count} {SEVERITIES[name].in_(language)}" for name, count in counts.items() if count)
    # The square root: a family of two is still to be seen beside one of thirty.
    pieces = "".join(
        f'<i class="is-{name}" style="width:{3.9 * count / len(rules) * (len(rules) / widest) ** 0.5:.2f}em"></i>'
        for name, count in counts.items()
        if count
    )
    return f'<span class="bar" title="{told}">{pieces}</span>'


def _change(rule: Description, profile: Profile) -> str:
    one = next((one for one in rule.profiles if one.name == profile.name), None)
    return badge(one.severity, rule.language) if one is not None else ""


def _rules_table(rules: Described, language: str, path: object) -> str:
    assert callable(path)
    headings = [text.in_(language) for text in (RULE, ABOUT, SEVERITY, MESSAGES)]
    rows = [
        [
            f"[`{rule.id}`]({path(rule)})",
            rule.title,
            badge(rule.severity, language),
            ", ".join(LANGUAGES[name].in_(language) for name in rule.languages) or ANY.in_(language),
        ]
        for rule in rules
    ]
    return table(headings, rows)


def _chosen(profile: Profile, language: str) -> str:
    if not profile.conditions:
        return ELSE.in_(language) if profile.name == DEFAULT else NEVER.in_(language).format(name=profile.name)
    return f"{CHOSEN.in_(language)}: " + "; ".join(_conditions(profile, language)) + "."


def _conditions(profile: Profile, language: str) -> Iterator[str]:
    for name, values in profile.conditions.items():
        if name == "subject":
            words = ", ".join(_subject(str(word), language) for word in values)
            yield SUBJECT.in_(language).format(words=words)
        else:
            yield in_words({name: values}, language)


def _subject(word: str, language: str) -> str:
    text = f"“{word.lstrip('^')}”" if language == "en" else f"„{word.lstrip('^')}“"
    return f"{text} ({STARTS.in_(language)})" if word.startswith("^") else text


def _title(profile: Profile, language: str) -> str:
    return profile.title.in_(language)


def _scrolling(content: str, name: str) -> str:
    return f'<div class="scrolling {name}" markdown="1">\n\n{content}\n\n</div>'


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _page(*blocks: str) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"
