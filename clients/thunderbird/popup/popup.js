/* Shows why the message in this compose window was not sent. All text goes in as text, none as mark-up. */
"use strict";

const SEVERITIES = ["error", "warning", "suggestion"];
const LONGEST_EXCERPT = 160;
const byId = id => document.getElementById(id);

void show();

async function show() {
  const [tab] = await messenger.tabs.query({ active: true, currentWindow: true });
  const key = msglint.stateKey(tab.id);
  const { [key]: state } = await messenger.storage.session.get(key);
  const say = await msglint.sayer(state?.reply?.ui_language);
  document.documentElement.lang = say("language");
  msglint.fillIn(document, say);
  if (state?.reply) {
    showReply(tab.id, state, say);
  } else {
    await showNothing(say);
  }
}

async function showNothing(say) {
  byId("title").textContent = say("nothingTitle");
  byId("summary").textContent = say("nothingYet");
  const { note } = await messenger.storage.local.get("note");
  if (note) {
    const when = new Date(note.when).toLocaleString(say("language"), { dateStyle: "short", timeStyle: "short" });
    showTrouble(say("lastUnchecked", [when, note.text]));
  }
  byId("content").hidden = !note;
}

function showReply(tabId, { reply, done }, say) {
  byId("title").textContent = say("notSent");
  const count = reply.findings.length;
  byId("summary").textContent = count === 1 ? say("oneFinding") : count ? say("findings", [String(count)]) : say("unchecked");
  if (reply.trouble) {
    showTrouble(reply.trouble);
  }
  if (reply.grade) {
    const grade = byId("grade");
    grade.dataset.letter = reply.grade.letter;
    grade.firstElementChild.textContent = `${reply.grade.letter} · ${reply.grade.score}`;
    grade.setAttribute("role", "img");
    grade.setAttribute("aria-label", say("grade", [reply.grade.letter, String(reply.grade.score)]));
    grade.hidden = false;
  }
  const inOrder = reply.findings.map((finding, number) => ({ finding, number }));
  inOrder.sort((one, other) => SEVERITIES.indexOf(one.finding.severity) - SEVERITIES.indexOf(other.finding.severity));
  const cards = inOrder.map(({ finding, number }) => card(tabId, finding, number, done, say));
  byId("findings").replaceChildren(...cards);
  byId("hint").textContent = reply.again_minutes > 0 && count ? say("again", [String(reply.again_minutes)]) : "";
  byId("actions").hidden = false;
  byId("send").addEventListener("click", () => sendAnyway(tabId, say));
  byId("back").addEventListener("click", () => window.close());
  byId("back").focus();
}

function showTrouble(text) {
  byId("trouble").textContent = text;
  byId("trouble").hidden = false;
}

function card(tabId, finding, number, done, say) {
  const copy = byId("finding").content.cloneNode(true);
  const item = copy.querySelector(".finding");
  item.dataset.severity = SEVERITIES.includes(finding.severity) ? finding.severity : "suggestion";
  copy.querySelector(".severity").textContent = say(item.dataset.severity);
  copy.querySelector(".message").textContent = finding.message;
  copy.querySelector(".why").textContent = finding.why;
  const excerpt = shortened(finding.excerpt.trim());
  if (excerpt && !finding.message.includes(excerpt)) {
    copy.querySelector(".excerpt").textContent = excerpt;
    copy.querySelector(".excerpt").hidden = false;
  }
  const rows = finding.suggestions.map((one, at) => row(tabId, finding, one, `${number}.${at}`, done, say));
  copy.querySelector(".suggestions").replaceChildren(...rows);
  return copy;
}

function row(tabId, finding, suggestion, name, done, say) {
  const copy = byId("suggestion").content.cloneNode(true);
  const better = suggestion.text.trim();
  copy.querySelector(".better").textContent = better || (suggestion.text ? say("insertBlank") : say("leaveOut", [suggestion.original]));
  const button = copy.querySelector(".apply");
  if (suggestion.safe) {
    button.hidden = false;
    button.textContent = say("apply");
    button.setAttribute("aria-label", say("applyThis", [better || suggestion.original]));
    button.addEventListener("click", () => void apply(tabId, finding, suggestion, name, button, say));
    if (done.includes(name)) {
      settle(button, say("applied"));
    }
  }
  return copy;
}

function shortened(text) {
  const signs = Array.from(text);
  return signs.length > LONGEST_EXCERPT ? `${signs.slice(0, LONGEST_EXCERPT - 1).join("").trimEnd()}…` : text;
}

function settle(button, text) {
  button.textContent = text;
  button.removeAttribute("aria-label");
  button.disabled = true;
}

async function apply(tabId, finding, suggestion, name, button, say) {
  let isDone = false;
  try {
    isDone = finding.part === "subject" ? await applyToSubject(tabId, suggestion) : await applyToBody(tabId, suggestion);
  } catch (error) {
    console.error("msglint:", error);
  }
  if (!isDone) {
    button.hidden = true;
    byId("status").textContent = say("notCertain");
    focusNext();
    return;
  }
  settle(button, say("applied"));
  byId("status").textContent = say("appliedThis", [suggestion.text.trim() || suggestion.original]);
  focusNext();
  const key = msglint.stateKey(tabId);
  const { [key]: state } = await messenger.storage.session.get(key);
  await messenger.storage.session.set({ [key]: { ...state, done: [...state.done, name] } });
}

function focusNext() {
  const next = Array.from(document.querySelectorAll(".apply:enabled")).find(one => !one.hidden);
  (next ?? byId("back")).focus();
}

async function applyToSubject(tabId, suggestion) {
  const { subject } = await messenger.compose.getComposeDetails(tabId);
  const better = globalThis.msglintPlace.replaced(subject, suggestion);
  if (better === null) {
    return false;
  }
  await messenger.compose.setComposeDetails(tabId, { subject: better });
  return true;
}

async function applyToBody(tabId, suggestion) {
  const target = { tabId };
  await messenger.scripting.executeScript({ target, files: ["/place.js"] });
  const func = edit => globalThis.msglintPlace.apply(document, edit);
  const [answer] = await messenger.scripting.executeScript({ target, func, args: [suggestion] });
  return answer?.result === true;
}

async function sendAnyway(tabId, say) {
  byId("send").disabled = true;
  byId("status").textContent = say("sending");
  // Not awaited: Thunderbird may close this popup together with the window.
  messenger.runtime.sendMessage({ kind: "send-anyway", tabId }).then(answer => {
    if (answer?.ok) {
      window.close();
      return;
    }
    byId("send").disabled = false;
    byId("status").textContent = say("sendingFailed");
  }, () => undefined);
}
