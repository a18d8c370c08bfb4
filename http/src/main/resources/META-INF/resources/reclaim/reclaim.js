/*
 * Keyboard for lists, picked rows, and a voice for changes. Every page works without it.
 *
 * table.rows         j and k walk over the rows' first links, x picks the row, a picks every row of its table or none
 * [data-all]         box that picks every row of its table
 * .selection         bar of the same .list, shown while a row is picked (.several: always); in its parts, data-text="%1 of %2 picked"
 *                    is filled with the number picked and the number of rows
 * #shortcuts         <dialog> that ? opens; #shortcuts-on switches the single keys off and on, and it is remembered
 * #live              role="status"; document.dispatchEvent(new CustomEvent("reclaim:say", {detail: "3 new candidates"}))
 * [data-needs-script][hidden]  shown once this script runs
 * reclaim:drawn      event by which a page says that it has replaced a part of itself
 */
"use strict";

const remembered = "reclaim.shortcuts";
const shortcuts = document.getElementById("shortcuts");
const live = document.getElementById("live");

const say = (words) => {
  if (live) live.textContent = words;
};

const shortcutsAreOn = () => {
  try {
    return localStorage.getItem(remembered) !== "off";
  } catch {
    return true;
  }
};

const rowLinks = () =>
  [...document.querySelectorAll(".rows > tbody > tr")]
    .filter((row) => row.checkVisibility())
    .map((row) => row.querySelector("a[href]"))
    .filter(Boolean);

const rowAtHand = () =>
  document.activeElement.closest(".rows > tbody > tr") ??
  document.querySelector(".rows > tbody > tr[aria-current]");

const walk = (by) => {
  const links = rowLinks();
  if (links.length === 0) return;
  const here = links.findIndex((link) => link.closest("tr") === rowAtHand());
  const next = here < 0 ? 0 : Math.min(links.length - 1, Math.max(0, here + by));
  links[next].focus();
  links[next].scrollIntoView({ block: "nearest" });
};

const boxesOf = (list) => [...list.querySelectorAll("tbody .pick input[type=checkbox]")];

const fill = (pattern, picked, all) => pattern.replace("%1", picked).replace("%2", all);

const showSelection = (list, aloud) => {
  const boxes = boxesOf(list);
  const picked = boxes.filter((box) => box.checked).length;
  boxes.forEach((box) => box.closest("tr").toggleAttribute("data-selected", box.checked));
  const every = list.querySelector("[data-all]");
  if (every) {
    every.checked = picked > 0 && picked === boxes.length;
    every.indeterminate = picked > 0 && picked < boxes.length;
  }
  const bar = list.querySelector(".selection");
  if (!bar) return;
  bar.hidden = picked === 0 && !bar.classList.contains("several");
  bar.querySelectorAll("[data-text]").forEach((part) => {
    part.dataset.none ??= part.textContent;
    part.textContent = picked === 0 ? part.dataset.none : fill(part.dataset.text, picked, boxes.length);
  });
  const said = bar.querySelector("p[data-text]");
  if (aloud && said) say(said.textContent);
};

const pick = () => {
  const box = rowAtHand()?.querySelector(".pick input[type=checkbox]");
  box?.click();
};

const pickAll = () => {
  const list = rowAtHand()?.closest(".list") ?? document.querySelector(".list:has([data-all])");
  list?.querySelector("[data-all]")?.click();
};

const keys = {
  j: () => walk(1),
  k: () => walk(-1),
  x: pick,
  a: pickAll,
  "?": () => shortcuts?.showModal(),
};

const isTyping = (target) =>
  target.closest("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])") !== null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!shortcutsAreOn() || shortcuts?.open || isTyping(event.target)) return;
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

document.addEventListener("change", (event) => {
  const list = event.target.closest(".list");
  if (event.target.id === "shortcuts-on") {
    try {
      localStorage.setItem(remembered, event.target.checked ? "on" : "off");
    } catch {
      say("");
    }
  } else if (list && event.target.matches("[data-all]")) {
    boxesOf(list).forEach((box) => (box.checked = event.target.checked));
    showSelection(list, true);
  } else if (list && event.target.closest(".pick")) {
    showSelection(list, true);
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-opens-shortcuts]")) shortcuts?.showModal();
});

document.addEventListener("reclaim:say", (event) => say(event.detail));

const drawn = () => {
  document.querySelectorAll("[data-needs-script]").forEach((part) => (part.hidden = false));
  document.querySelectorAll(".list").forEach((list) => showSelection(list, false));
};
document.addEventListener("reclaim:drawn", drawn);
drawn();
const choice = document.getElementById("shortcuts-on");
if (choice) choice.checked = shortcutsAreOn();
