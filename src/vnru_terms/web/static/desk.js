// The desk's own keys, proposals and drafts. Without this script every button and form still works.
"use strict";

const isTyping = (element) =>
  element && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)) &&
  !/^(radio|checkbox|submit|button)$/.test(element.type);

// On a Russian keyboard the letter keys stand where they always do.
const letterOf = (event) => {
  if (/^[!-~]$/.test(event.key)) return event.key;
  const letter = /^Key([A-Z])$/.exec(event.code);
  return letter && event.key.length === 1 ? letter[1].toLowerCase() : "";
};

const letters = document.getElementById("letters");
if (letters) {
  letters.checked = localStorage.getItem("letters") !== "off";
  letters.addEventListener("change", () =>
    localStorage.setItem("letters", letters.checked ? "on" : "off"));
}

const saveForm = () => {
  const form = (document.activeElement && document.activeElement.form) ||
    document.querySelector("#join-form, #accept-form:not([hidden]), #edit-form");
  if (form && form.requestSubmit) form.requestSubmit(form.querySelector("button.main"));
};

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.defaultPrevented) return;
  const isSave = event.code === "KeyS" || event.key === "s";
  if ((event.ctrlKey || event.metaKey) && !event.altKey && isSave) {
    event.preventDefault();
    if (!event.repeat) saveForm();
    return;
  }
  if (event.key === "Escape") {
    const help = document.getElementById("help");
    if (help) help.open = false;
    const head = document.querySelector("h1");
    if (head && document.activeElement !== document.body) {
      head.tabIndex = -1;
      head.focus();
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (isTyping(event.target) || localStorage.getItem("letters") === "off") return;
  const key = letterOf(event);
  const target = key && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return;
  event.preventDefault();
  if ("focus" in target.dataset) {
    target.focus();
    if (target.select) target.select();
  } else {
    target.click();
  }
});

// A form is sent once, however often its key is struck.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.underway) event.preventDefault();
  else event.target.dataset.underway = "1";
});
window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.underway;
});

// Said again after loading, so that a screen reader hears it.
const live = document.getElementById("live");
const say = (text) => {
  live.className = "message";
  live.textContent = "";
  setTimeout(() => { live.textContent = text; }, 100);
};
if (live && live.dataset.message) say(live.dataset.message);

// What was typed and not saved comes back in this tab.
const fieldsOf = (form) => [...form.elements].filter(
  (field) => field.name && field.type !== "hidden" && field.type !== "submit");
const isChanged = (field) => {
  if (field.type === "radio") return field.checked !== field.defaultChecked && field.checked;
  if (field.tagName === "SELECT") return ![...field.options].some((o) => o.selected && o.defaultSelected);
  return field.value !== field.defaultValue;
};
const put = (field, value) => {
  if (field.type === "radio") field.checked = field.value === value;
  else field.value = value;
};
for (const form of document.querySelectorAll("form[data-draft]")) {
  const key = `draft ${form.dataset.draft}`;
  const held = JSON.parse(sessionStorage.getItem(key) || "null");
  if (held && !("sent" in form.dataset)) {
    let isBack = false;
    for (const field of fieldsOf(form)) {
      if (!(field.name in held)) continue;
      put(field, held[field.name]);
      field.dataset.typed = "1";
      isBack = true;
      const folded = field.closest("details");
      if (folded && field.value) folded.open = true;
    }
    if (isBack && !live.dataset.message) say(live.dataset.restored);
  }
  const keep = () => {
    const values = {};
    for (const field of fieldsOf(form)) if (isChanged(field)) values[field.name] = field.value;
    if (Object.keys(values).length) sessionStorage.setItem(key, JSON.stringify(values));
    else sessionStorage.removeItem(key);
  };
  for (const field of fieldsOf(form)) field.addEventListener("input", keep);
  form.addEventListener("change", keep);
}

// Gender, part of speech and id follow from what is typed, until the curator types there.
const accepting = document.querySelector("form[data-propose]");
if (accepting) {
  const followers = ["part_of_speech", "gender", "id"];
  const given = {};
  for (const name of followers) {
    const field = accepting.elements[name];
    if ("sent" in accepting.dataset && field.value) field.dataset.typed = "1";
    field.addEventListener("input", () => { field.dataset.typed = field.value ? "1" : ""; });
  }
  let asked = 0;
  const follow = async () => {
    const number = ++asked;
    const answer = await fetch(accepting.dataset.propose, {
      method: "POST", body: new URLSearchParams(new FormData(accepting)),
    });
    if (!answer.ok || number !== asked) return;
    const values = await answer.json();
    for (const name of followers) {
      const field = accepting.elements[name];
      if (!field.dataset.typed && values[name] && values[name] !== given[name]) {
        given[name] = field.value = values[name];
      }
    }
  };
  let waiting = 0;
  for (const name of ["en", "ru", "kind", "part_of_speech"]) {
    accepting.elements[name].addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(follow, 250);
    });
  }
  if (accepting.elements.en.value || accepting.elements.ru.value) follow();
}

// A suggestion goes into its line; the arrow keys lead there and back.
for (const list of document.querySelectorAll(".suggestions")) {
  const buttons = [...list.querySelectorAll("button[data-take]")];
  const field = buttons.length && document.getElementById(buttons[0].dataset.take);
  if (!field) continue;
  field.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || event.isComposing) return;
    event.preventDefault();
    buttons[0].focus();
  });
  buttons.forEach((button, i) => {
    button.addEventListener("click", () => {
      const terms = field.value.split(";").map((term) => term.trim()).filter(Boolean);
      if (!terms.includes(button.dataset.term)) terms.push(button.dataset.term);
      field.value = terms.join("; ");
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    });
    button.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      (buttons[i + step] || (step < 0 ? field : button)).focus();
    });
  });
}

const wrong = document.querySelector("[aria-invalid]");
if (wrong) wrong.focus();
else if (document.querySelector("[role=alert]")) {
  const alert = document.querySelector("[role=alert]");
  alert.tabIndex = -1;
  alert.focus();
}
document.documentElement.classList.add("script");
