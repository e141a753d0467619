/* Finds the one place in a text, or in a message being written, that a suggestion is for; and puts it in. */
"use strict";

globalThis.msglintPlace = (() => {
  const BLOCKS = new Set(
    "ADDRESS ARTICLE BLOCKQUOTE BODY CENTER DD DIV DL DT H1 H2 H3 H4 H5 H6 HR LI OL P PRE SECTION TABLE TD TH TR UL".split(" ")
  );
  const NOT_OWN = "blockquote, [_moz_quote], .moz-cite-prefix, .moz-forward-container";
  const UNSEEN = new Set(["SCRIPT", "STYLE", "TITLE", "HEAD"]);
  const SIGNS = /[\\^$.*+?()[\]{}|/]/g;

  function pattern(text) {
    return text
      .split(/\s+/u)
      .map(piece => piece.replace(SIGNS, "\\$&"))
      .join("\\s+");
  }

  function matches(text, before, original, after) {
    const expression = new RegExp(`(${pattern(before)})(${pattern(original)})(?=${pattern(after)})`, "gu");
    const found = [];
    for (let match = expression.exec(text); match && found.length < 2; match = expression.exec(text)) {
      const start = match.index + match[1].length;
      found.push({ start, end: start + match[2].length });
      expression.lastIndex = match.index + 1;
    }
    return found;
  }

  /**
   * Where the text has what the suggestion replaces; null unless there is exactly one such place.
   * What stands around it decides between several.
   */
  function find(text, { before = "", original = "", after = "" }) {
    if (!original && !before.trim() && !after.trim()) {
      return null;
    }
    const near = matches(text, before, original, after);
    if (near.length === 1) {
      return near[0];
    }
    // Mark-up may hide what stands around it; then the words themselves must be the only ones.
    if (near.length > 1 || !original.trim()) {
      return null;
    }
    const alone = matches(text, "", original, "");
    return alone.length === 1 ? alone[0] : null;
  }

  /** The text with the suggestion put in; null where its place is not certain. */
  function replaced(text, edit) {
    const place = find(text, edit);
    return place && text.slice(0, place.start) + edit.text + text.slice(place.end);
  }

  /** The writer's own words in the document, and which of its nodes holds which of them. */
  function ownText(document) {
    const pieces = [];
    let text = "";
    const breakLine = () => {
      if (text && !text.endsWith("\n")) {
        text += "\n";
      }
    };
    const walk = node => {
      if (node.nodeType === 3) {
        pieces.push({ node, start: text.length });
        text += node.data;
        return;
      }
      if (node.nodeType !== 1 || UNSEEN.has(node.tagName) || node.matches(NOT_OWN)) {
        return;
      }
      if (node.tagName === "BR") {
        text += "\n";
        return;
      }
      const isBlock = BLOCKS.has(node.tagName);
      if (isBlock) {
        breakLine();
      }
      node.childNodes.forEach(walk);
      if (isBlock) {
        breakLine();
      }
    };
    walk(document.body);
    return { text, pieces };
  }

  /** Puts the suggestion into the document; whether its place was certain. */
  function apply(document, edit) {
    const { text, pieces } = ownText(document);
    const place = find(text, edit);
    const piece = place && pieces.find(one => one.start <= place.start && place.end <= one.start + one.node.length);
    if (!piece) {
      return false;
    }
    const start = place.start - piece.start;
    const end = place.end - piece.start;
    const range = document.createRange();
    range.setStart(piece.node, start);
    range.setEnd(piece.node, end);
    const selection = document.defaultView?.getSelection();
    if (selection) {
      selection.removeAllRanges();
      selection.addRange(range);
      // As if it were typed, so that it can be undone.
      if (document.execCommand(edit.text ? "insertText" : "delete", false, edit.text)) {
        return true;
      }
    }
    piece.node.replaceData(start, end - start, edit.text);
    return true;
  }

  return { find, replaced, apply };
})();

if (typeof module !== "undefined") {
  module.exports = globalThis.msglintPlace;
}
