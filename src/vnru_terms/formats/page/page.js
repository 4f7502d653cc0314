"use strict";
// Finds concepts by any word of any language, typed without diacritics; the best first.
const box = document.getElementById("find");
const subjects = document.getElementById("subject");
const count = document.getElementById("count");
const heads = [...document.querySelectorAll("main > h2, header nav")];
const texts = document.body.dataset;

function fold(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return bare.replace(/đ/g, "d").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

const entries = [...document.querySelectorAll("main > article")].map((element) => ({
  element,
  subject: element.dataset.subject,
  terms: [...element.querySelectorAll(".term")].map((term) => fold(term.textContent)),
  all: " " + fold(element.textContent + " " + element.id),
}));
let shown = entries;

// 0 is the very term, 1 a term that begins so, 2 the words in a term, 3 elsewhere; 9 is no match.
function rank(entry, query, words) {
  if (!words.every((word) => entry.all.includes(" " + word))) return 9;
  if (entry.terms.includes(query)) return 0;
  if (entry.terms.some((term) => term.startsWith(query))) return 1;
  const inTerm = (term) => words.every((word) => (" " + term).includes(" " + word));
  return entry.terms.some(inTerm) ? 2 : 3;
}

function matches(query, subject) {
  const words = query.split(" ").filter(Boolean);
  const found = [];
  entries.forEach((entry, at) => {
    if (subject && entry.subject !== subject) return;
    const r = words.length ? rank(entry, query, words) : 0;
    if (r < 9) found.push({ entry, r, at });
  });
  return found.sort((a, b) => a.r - b.r || a.at - b.at).map((match) => match.entry);
}

// A word that is not found may be inflected: its end goes, letter by letter.
function shorter(query) {
  return query.split(" ").map((word) => (word.length > 4 ? word.slice(0, -1) : word)).join(" ");
}

function show() {
  const query = fold(box.value);
  const subject = subjects.value;
  const filtered = Boolean(query || subject);
  let found = matches(query, subject);
  let near = query;
  while (!found.length && shorter(near) !== near) {
    near = shorter(near);
    found = matches(near, subject);
  }
  const places = new Map(found.map((entry, at) => [entry, at]));
  for (const entry of entries) {
    const at = places.get(entry);
    const order = filtered && at !== undefined ? String(at) : "";
    if (entry.element.hidden !== (at === undefined)) entry.element.hidden = at === undefined;
    if (entry.element.style.order !== order) entry.element.style.order = order;
  }
  for (const head of heads) head.hidden = filtered;
  shown = found;
  count.textContent = (near === query ? texts.count : texts.near).replace("{n}", found.length);
}

function move(step) {
  const at = shown.findIndex((entry) => entry.element === document.activeElement);
  const next = shown[at < 0 ? (step > 0 ? 0 : -1) : at + step];
  if (next) {
    next.element.focus();
    next.element.scrollIntoView({ block: "nearest" });
  } else if (step < 0) {
    box.focus();
    scrollTo(0, 0);
  }
}

box.addEventListener("input", () => { scrollTo(0, 0); show(); });
subjects.addEventListener("input", () => { scrollTo(0, 0); show(); });
addEventListener("hashchange", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.hidden) {
    box.value = subjects.value = "";
    show();
  }
  if (target) target.scrollIntoView();
});
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const typing = event.target === box;
  if (event.key === "Escape") {
    box.value = subjects.value = "";
    show();
    box.focus();
  } else if (event.key === "/" && !typing) {
    box.focus();
    box.select();
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && event.target !== subjects) {
    if (typing && event.key === "ArrowUp") return;
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && event.target.matches("article")) {
    const more = event.target.querySelector("details");
    if (more) more.open = !more.open;
  } else if (event.key === "Enter" && typing && shown.length) {
    move(1);
  } else {
    return;
  }
  event.preventDefault();
});
show();
