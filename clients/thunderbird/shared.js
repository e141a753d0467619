/* What the background page, the popup and the options page share. */
"use strict";

var msglint = {
  HOST: "de.msglint.host",
  PROTOCOL: 1,

  /** What holds until the user, or msglint's configuration, says otherwise. */
  DEFAULTS: Object.freeze({ onError: "send", seconds: 10 }),
  LONGEST: 25,

  /** What the promise says, or `otherwise` after so many milliseconds; a failure is one either way. */
  within(milliseconds, promise, otherwise) {
    let timer;
    const late = new Promise(resolve => {
      timer = setTimeout(resolve, milliseconds, otherwise);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  },

  /** The options that hold: the user's own, else what msglint's configuration said last, else the defaults. */
  async options() {
    const { own = {}, configured = {} } = await messenger.storage.local.get(["own", "configured"]);
    const held = { ...msglint.DEFAULTS, ...configured, ...own };
    const seconds = Number(held.seconds);
    return {
      onError: held.onError === "block" ? "block" : "send",
      ownOnError: own.onError,
      seconds: seconds > 0 ? Math.min(Math.max(seconds, 1), msglint.LONGEST) : msglint.DEFAULTS.seconds,
    };
  },

  /** Says a text by its name; in Thunderbird's language, or in the one that msglint answers in. */
  async sayer(language) {
    const own = messenger.i18n.getUILanguage().split("-")[0];
    if (!language || language === own) {
      return (name, values) => messenger.i18n.getMessage(name, values);
    }
    const folder = language === "de" ? "de" : "en";
    const answer = await fetch(messenger.runtime.getURL(`_locales/${folder}/messages.json`));
    const texts = await answer.json();
    return (name, values = []) => {
      const all = [].concat(values);
      return (texts[name]?.message ?? "").replace(/\$(\d)/g, (_, digit) => String(all[digit - 1] ?? ""));
    };
  },

  /** Fills in every element with `data-text`, and `data-label` for what only screen readers say. */
  fillIn(root, say) {
    for (const element of root.querySelectorAll("[data-text]")) {
      element.textContent = say(element.dataset.text);
    }
    for (const element of root.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", say(element.dataset.label));
    }
  },

  stateKey(tabId) {
    return `tab-${tabId}`;
  },
};
