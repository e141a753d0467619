"""The English words of greeting and leave-taking, as pieces of regular expressions, one formula a line.

Spaces stand for any white space. Letters are matched in either case.
"""

from __future__ import annotations

OPENINGS = (
    r"(?:my )?dear(?:est)?",
    r"hi+ there",
    r"hiya",
    r"oi(?=,? [A-Z])",
    r"hullo",
    r"hello(?: there)?",
    r"hey there",
    r"good (?:morning|afternoon|evening|day)",
    r"(?:morning|afternoon|evening)(?= [^,.]{2,30},)",
    r"how's(?= [A-Z]\w+,)",
    r"greetings",
    r"to whom it may concern",
    r"ladies and gentlemen",
    r"gentlemen",
    r"respected",
    r"howdy",
    r"g'day",
)

CLOSINGS = (
    r"(?:(?:many )?thanks(?: again)? (?:&|and|n) )?(?:with )?(?:all )?(?:my )?(?:very )?"
    r"(?:best|kind(?:est)?|warm(?:est)?|many|sincere) (?:personal )?(?:regards|wishes|greetings)",
    "(?:thanks (?:&|and|n) )?regards",
    "best of luck",
    "(?:fondest|much|all my|lots of) love",
    r"(?:(?:yours?|very|most) )*(?:sincerely|truly|faithfully|respectfully|cordially)(?: yours)?",
    "all (?:the |my )?best",
    "with (?:appreciation|thanks|gratitude)",
    "greetings",
    "warmly|fondly|love|hugs|xoxo|cheers|take care|lots of love|god bless",
)
SHORT_CLOSINGS = ("rgds", "regs", "brgds", "br", "kr", "thx", "tnx", "thnx", "tks", "ty", "best")
LAST_WORDS = (
    r"(?:(?:many|again|so) )?thanks?(?: (?:you|again|so much|very much|a lot|in advance|for|and)\b)*",
    r"thank ?you",
    r"ta(?: very much| muchly)?",
    "talk (?:to you )?(?:soon|later)",
    "speak soon",
    "see (?:you|ya)",
    r"have an? \w+ (?:day|weekend|week|evening|time|one|trip|holiday)",
    "looking forward",
    "until (?:then|tomorrow|soon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next)",
    "later|bye|goodbye",
    "good luck",
    "happy (?:holidays?|birthday|new|christmas|easter|friday|weekend|monday)",
    "merry christmas",
    "hope to (?:see|hear)",
    "yours",
    "enjoy",
)

SOCIAL = (
    "(?:many )?thanks?|thx|ty",
    r"congrat\w*",
    "well done",
    "(?:good|great|nice) (?:luck|job|work)",
    "best (?:wishes|of luck)",
    "happy|merry",
    "season'?s greetings",
    "welcome|cheers|sorry",
    "my (?:condolences|apologies)",
    "get well",
    "safe (?:trip|travels)",
    "have a",
    "no (?:problem|worries)",
    "my pleasure",
)
WISHES = ("congratulations", "best wishes", "happy birthday")

_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
ACKNOWLEDGEMENTS = (
    "confirmed|agreed|understood|noted|roger|on it|will do",
    "(?:very much )?looking forward(?: to (?:it|that|this|seeing you|meeting you|our talk|our call))?",
    f"see you (?:then|there|soon|later|tomorrow|next week|(?:on )?(?:{_WEEKDAYS}))",
    f"(?:speak|talk)(?: to you)? (?:soon|then|later|tomorrow|(?:on )?(?:{_WEEKDAYS}))",
    f"until (?:then|tomorrow|{_WEEKDAYS})",
    "all good|sounds good|yes|sure|ok|okay|great|thanks|thank you|many thanks",
)
