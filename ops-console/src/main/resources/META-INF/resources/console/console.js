/*
 * What htmx leaves open: says when the page is not live any more, gives changes a voice, and fetches the orders of a
 * candidate again when its state has changed (they are left alone otherwise, since somebody may be typing a reason).
 */
"use strict";

let notice = null;

const showWhetherLive = (answered) => {
  if (answered) {
    notice?.remove();
    notice = null;
  } else if (!notice) {
    notice = document.getElementById("stale").content.firstElementChild.cloneNode(true);
    notice.querySelector(".since").textContent = document.getElementById("as-of")?.textContent ?? "";
    document.getElementById("main").prepend(notice);
  }
};

const announce = (words) => document.dispatchEvent(new CustomEvent("reclaim:say", { detail: words }));

const refreshOrders = () => {
  const standing = document.getElementById("standing");
  const orders = document.getElementById("orders");
  const address = standing?.closest("[data-refresh]")?.getAttribute("hx-get");
  if (!orders || !address || orders.dataset.for === standing.dataset.is) return;
  announce("Now " + standing.querySelector(".state").textContent);
  htmx.ajax("GET", address, { source: orders, target: "#orders", select: "#orders", swap: "outerHTML" });
};

document.addEventListener("htmx:sendError", () => showWhetherLive(false));
document.addEventListener("htmx:timeout", () => showWhetherLive(false));
document.addEventListener("htmx:responseError", () => showWhetherLive(false));
document.addEventListener("htmx:afterOnLoad", (event) => showWhetherLive(event.detail.successful !== false));
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target.id === "split") {
    announce("Opened " + (document.getElementById("detail-title")?.textContent ?? ""));
  }
  document.dispatchEvent(new CustomEvent("reclaim:drawn"));
  refreshOrders();
});
