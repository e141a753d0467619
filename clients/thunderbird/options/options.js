/* What the user can set here; everything else stands in msglint's own configuration. */
"use strict";

const byId = id => document.getElementById(id);

void show();

async function show() {
  const say = await msglint.sayer();
  document.documentElement.lang = say("language");
  msglint.fillIn(document, say);
  const { own = {} } = await messenger.storage.local.get("own");
  for (const choice of document.querySelectorAll("[name=onError]")) {
    choice.checked = choice.value === (own.onError ?? "");
    choice.addEventListener("change", () => void keep(say));
  }
  byId("seconds").value = String(own.seconds ?? msglint.DEFAULTS.seconds);
  byId("seconds").addEventListener("change", () => void keep(say));
  byId("test").addEventListener("click", () => void test(say));
}

async function keep(say) {
  if (!byId("seconds").reportValidity()) {
    return;
  }
  const own = { seconds: byId("seconds").valueAsNumber };
  const onError = document.querySelector("[name=onError]:checked")?.value;
  if (onError) {
    own.onError = onError;
  }
  await messenger.storage.local.set({ own });
  byId("status").textContent = say("kept");
}

async function test(say) {
  byId("status").textContent = say("testing");
  try {
    const question = messenger.runtime.sendNativeMessage(msglint.HOST, { v: msglint.PROTOCOL, ping: true });
    const reply = await msglint.within(10_000, question, null);
    byId("status").textContent = reply?.version ? say("testGood", [reply.version]) : say("failed_broken");
  } catch (error) {
    const missing = /no such native application/i.test(String(error?.message ?? error));
    byId("status").textContent = say(missing ? "failed_missing" : "failed_broken");
  }
}
