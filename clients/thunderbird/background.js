/* Asks msglint before a message is sent. Whatever fails or takes too long, the compose window is never kept waiting. */
"use strict";

const REPLY = /^reply/;
const CONTROL_HEADER = /^x-msglint(-|$)/i;
const PASS_LASTS = 60_000;
const MARGIN = 1500;
const SHOWING = 8000;

messenger.compose.onBeforeSend.addListener(beforeSend);
messenger.tabs.onRemoved.addListener(tabId => void messenger.storage.session.remove(msglint.stateKey(tabId)));
messenger.runtime.onInstalled.addListener(() => void greet());
messenger.runtime.onStartup.addListener(() => void greet());
messenger.runtime.onMessage.addListener((request, sender, respond) => {
  if (request?.kind !== "send-anyway") {
    return false;
  }
  sendAnyway(request.tabId).then(() => respond({ ok: true }), error => respond({ ok: false, why: String(error) }));
  return true;
});

/** The answer to Thunderbird: whether the message is sent. Never rejects and always ends. */
async function beforeSend(tab, details) {
  const options = await msglint.within(1000, msglint.options(), msglint.DEFAULTS).catch(() => msglint.DEFAULTS);
  const otherwise = { cancel: options.onError === "block" };
  const limit = options.seconds * 1000 + SHOWING;
  return msglint.within(limit, decided(tab, details, options), otherwise).catch(error => {
    console.error("msglint:", error);
    return otherwise;
  });
}

async function decided(tab, details, options) {
  if (await msglint.within(1000, takePass(tab.id, details), false)) {
    ask({ v: msglint.PROTOCOL, off: true }, options.seconds * 1000).catch(() => undefined);
    await shown(forget(tab));
    return passing(details);
  }
  const reply = await checked(tab, details, options);
  if (reply.block) {
    await shown(showStopped(tab, reply));
    return { cancel: true };
  }
  await shown(showPassed(tab, reply));
  return passing(details);
}

/** Wait until it can be seen. If that fails, the decision holds all the same. */
async function shown(work) {
  await msglint.within(SHOWING / 2, work, undefined).catch(error => console.error("msglint:", error));
}

/** The message goes out, without the headers that are for msglint. */
function passing({ customHeaders = [] }) {
  const kept = customHeaders.filter(({ name }) => !CONTROL_HEADER.test(name));
  return kept.length === customHeaders.length ? { cancel: false } : { cancel: false, details: { customHeaders: kept } };
}

/** What msglint says, or what stands for it where it says nothing. */
async function checked(tab, details, options) {
  const late = { failed: "late" };
  const reply = await msglint.within(options.seconds * 1000, judged(tab, details, options), late).catch(failure);
  if (!reply.failed) {
    return reply;
  }
  return { block: options.onError === "block", failed: reply.failed, seconds: options.seconds, findings: [] };
}

async function judged(tab, details, options) {
  const known = await Promise.all([
    messenger.compose.listAttachments(tab.id),
    orNothing(details.identityId && messenger.identities.get(details.identityId)),
    orNothing(REPLY.test(details.type) && details.relatedMessageId && messenger.messages.get(details.relatedMessageId)),
  ]);
  const [attachments, identity, related] = known;
  const request = {
    v: msglint.PROTOCOL,
    details,
    attachments: attachments.map(({ name, size, contentType }) => ({ name, size, contentType })),
    identity: identity && {
      name: identity.name,
      email: identity.email,
      signature: identity.signature,
      signatureIsPlainText: identity.signatureIsPlainText,
    },
    related: related && { author: related.author, date: related.date, subject: related.subject },
    ui_language: messenger.i18n.getUILanguage(),
    on_error: options.ownOnError,
    time_budget: Math.max(options.seconds - MARGIN / 1000, 0.5),
  };
  const reply = await ask(request, options.seconds * 1000);
  if (reply?.failed) {
    return reply;
  }
  if (reply?.v !== msglint.PROTOCOL || typeof reply.block !== "boolean") {
    return { failed: "broken" };
  }
  learn(reply);
  return { ...reply, findings: Array.isArray(reply.findings) ? reply.findings : [] };
}

/** What the user wants where nothing can be checked is known before msglint says nothing any more. */
function learn({ on_error: onError }) {
  if (onError) {
    messenger.storage.local.set({ configured: { onError } }).catch(() => undefined);
  }
}

async function greet() {
  learn((await orNothing(ask({ v: msglint.PROTOCOL, ping: true }, 10_000))) ?? {});
}

async function orNothing(value) {
  try {
    return (await value) || null;
  } catch {
    return null;
  }
}

/** One question, one answer. Once the time is up, Thunderbird ends the program that has not answered. */
function ask(request, milliseconds) {
  const port = messenger.runtime.connectNative(msglint.HOST);
  const answer = new Promise((resolve, reject) => {
    port.onMessage.addListener(resolve);
    port.onDisconnect.addListener(({ error }) => reject(error ?? new Error("no answer")));
    port.postMessage(JSON.parse(JSON.stringify(request)));
  });
  return msglint.within(milliseconds, answer, { failed: "late" }).finally(() => port.disconnect());
}

function failure(error) {
  const missing = /no such native application/i.test(String(error?.message ?? error));
  return { failed: missing ? "missing" : "broken" };
}

/** Where the message goes out unchecked, somebody says so. */
async function showPassed(tab, reply) {
  await forget(tab);
  const trouble = await troubleOf(reply);
  if (!trouble) {
    await messenger.storage.local.remove("note");
    return;
  }
  const say = await msglint.sayer(reply.ui_language);
  await messenger.storage.local.set({ note: { when: Date.now(), text: trouble } });
  await tell(say("sentUnchecked"), trouble);
}

async function forget(tab) {
  await messenger.storage.session.remove(msglint.stateKey(tab.id));
  await messenger.composeAction.setBadgeText({ tabId: tab.id, text: "" });
}

/** The message comes back: the popup says why. */
async function showStopped(tab, reply) {
  const trouble = await troubleOf(reply);
  await messenger.storage.session.set({ [msglint.stateKey(tab.id)]: { reply: { ...reply, trouble }, done: [] } });
  const count = reply.findings.length;
  await messenger.composeAction.setBadgeBackgroundColor({ tabId: tab.id, color: "#b3261e" });
  await messenger.composeAction.setBadgeText({ tabId: tab.id, text: count ? String(count) : "!" });
  const opening = messenger.composeAction.openPopup({ windowId: tab.windowId });
  const isOpen = await msglint.within(2000, opening, true).catch(() => false);
  if (isOpen === false) {
    const say = await msglint.sayer(reply.ui_language);
    await tell(say("notSent"), trouble || reply.findings.map(finding => finding.message).join("\n"));
  }
}

async function troubleOf(reply) {
  if (!reply.failed) {
    return reply.trouble || "";
  }
  const say = await msglint.sayer(reply.ui_language);
  return say(`failed_${reply.failed}`, [String(reply.seconds)]);
}

async function tell(title, message) {
  const iconUrl = messenger.runtime.getURL("icons/msglint.svg");
  await msglint.within(1000, messenger.notifications.create({ type: "basic", iconUrl, title, message }), "");
}

// Sending anyway: a pass for this window and this text, once.

async function sendAnyway(tabId) {
  const details = await messenger.compose.getComposeDetails(tabId);
  const pass = { mark: await markOf(details), until: Date.now() + PASS_LASTS };
  await changeState(tabId, state => ({ ...state, pass }));
  await messenger.compose.sendMessage(tabId, { mode: "default" });
}

async function takePass(tabId, details) {
  const { [msglint.stateKey(tabId)]: state } = await messenger.storage.session.get(msglint.stateKey(tabId));
  if (!state?.pass) {
    return false;
  }
  const { pass, ...rest } = state;
  await messenger.storage.session.set({ [msglint.stateKey(tabId)]: rest });
  return pass.until > Date.now() && pass.mark === (await markOf(details));
}

async function changeState(tabId, change) {
  const key = msglint.stateKey(tabId);
  const { [key]: state = {} } = await messenger.storage.session.get(key);
  await messenger.storage.session.set({ [key]: change(state) });
}

async function markOf({ to, cc, bcc, subject, plainTextBody }) {
  const bytes = new TextEncoder().encode(JSON.stringify([to, cc, bcc, subject, plainTextBody]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, byte => byte.toString(16).padStart(2, "0")).join("");
}
