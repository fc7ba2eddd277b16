/* Adds to pages that already work: a card beside a number, and a switch of language that keeps the place.
   Classic and deferred, so that the same file works from a folder. */
(function () {
  "use strict";

  var doc = document;
  var self = doc.currentScript;
  var store = doc.getElementById("bg-cards");
  var cards = store ? JSON.parse(store.textContent) : {};
  var card = null;
  var owner = null;
  var timer = 0;
  var touched = false; // whether a finger came last
  var sheet = false; // whether the card lies at the bottom, as it does for a finger

  function line(text, tag, lang) {
    var p = doc.createElement(tag || "p");
    p.textContent = text;
    if (lang) { p.lang = lang; }
    return p;
  }

  function fill(data) {
    var words = store.dataset;
    var other = doc.documentElement.lang === "en" ? "zh-Hans" : "en";
    var own = /[\u4e00-\u9fff]/.test(data[0]) ? "zh-Hans" : "";
    card.className = "bg-card bg-card--" + data[1];
    card.setAttribute("role", sheet ? "dialog" : "tooltip");
    card.setAttribute("aria-label", sheet ? data[0] : "");
    card.replaceChildren(line(data[0], "b", own), line(data[2]), line(data[3], "p", other));
    if (data[4]) { card.append(line(words.pair + " · " + data[4])); }
  }

  /* What a finger needs: the card where it can be read, the way on, and the way out. */
  function open(link) {
    var way = line("");
    way.className = "bg-card__ways";
    way.append(line(store.dataset.table, "a"), line(store.dataset.close, "button"));
    way.firstChild.href = link.href;
    way.lastChild.addEventListener("click", hide);
    card.append(way);
    card.classList.add("bg-card--sheet");
    card.style.left = card.style.top = "";
    card.focus({ preventScroll: true });
    window.scrollBy(0, Math.max(0, link.getBoundingClientRect().bottom + 16 - card.getBoundingClientRect().top));
  }

  /* Below the number, or above it where there is no room; never outside the window. */
  function place(link) {
    var box = link.getClientRects()[0];
    var size = card.getBoundingClientRect();
    var width = doc.documentElement.clientWidth;
    link.setAttribute("aria-describedby", card.id);
    var left = Math.max(16, Math.min(box.left, width - size.width - 16));
    var above = box.bottom + size.height + 70 > window.innerHeight && box.top > size.height + 12;
    card.style.left = left + window.scrollX + "px";
    card.style.top = (above ? box.top - size.height - 6 : box.bottom + 6) + window.scrollY + "px";
  }

  function show(link, finger) {
    clearTimeout(timer);
    var data = cards[(link.id || "n-" + link.dataset.number).slice(2)];
    if (!data || owner === link) { return; }
    hide();
    if (!card) {
      card = doc.createElement("div");
      card.id = "bg-card";
      card.tabIndex = -1;
      card.addEventListener("pointerenter", function () { clearTimeout(timer); });
      card.addEventListener("pointerleave", later);
      doc.querySelector("main").append(card);
    }
    owner = link;
    sheet = finger;
    fill(data);
    card.hidden = false;
    (finger ? open : place)(link);
  }

  function hide() {
    clearTimeout(timer);
    if (owner) { owner.removeAttribute("aria-describedby"); }
    if (sheet && card.contains(doc.activeElement)) { owner.focus({ preventScroll: true }); }
    if (card) { card.hidden = true; }
    owner = null;
    sheet = false;
  }

  function later() {
    clearTimeout(timer);
    timer = sheet ? 0 : setTimeout(hide, 250);
  }

  function number(event) {
    return event.target.closest ? event.target.closest(".bg-number") : null;
  }

  if (store) {
    doc.addEventListener("pointerover", function (event) {
      var link = event.pointerType === "touch" ? null : number(event);
      if (link) {
        clearTimeout(timer);
        timer = setTimeout(function () { show(link); }, 120);
      } else if (owner && !event.target.closest(".bg-card")) {
        later();
      }
    });
    doc.addEventListener("focusin", function (event) {
      var link = number(event);
      if (link && link.matches(":focus-visible")) { show(link); }
    });
    doc.addEventListener("pointerdown", function (event) {
      touched = event.pointerType === "touch";
      if (sheet && !event.target.closest(".bg-card")) { hide(); }
    });
    doc.addEventListener("click", function (event) {
      var link = touched && event.detail ? number(event) : null;
      if (link) { show(link, true); }
      if (link && sheet) { event.preventDefault(); }
    });
    doc.addEventListener("focusout", function (event) { if (number(event)) { later(); } });
    window.addEventListener("resize", later);
  }

  doc.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") { return; }
    if (owner) {
      hide();
    } else if (location.hash === "#contents") {
      location.hash = "#main";
    }
  });

  /* What was searched for is marked again on the page that a result leads to. */
  if (/[?&]mark=/.test(location.search)) {
    var marker = doc.createElement("script");
    marker.src = self.dataset.mark;
    doc.head.append(marker);
  }

  /* The other language shows the same paragraph: both have the same ids. */
  doc.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest(".bg-switch");
    if (link && /^#([snicpglv]-|[0-9A])/.test(location.hash)) {
      link.href = link.href.split("#")[0] + location.hash;
    }
  });
})();
