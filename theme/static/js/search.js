/* The search page: what is typed is answered as it is typed, and the address keeps the query.
   The index is loaded when the field is first used, or when the address brings a query. */
(function () {
  "use strict";
  var form = document.querySelector(".bg-search__form");
  if (!form) { return; }
  var page = document.querySelector(".bg-search"), field = form.elements.q, said = form.dataset;
  var list = page.querySelector(".bg-search__results"), status = page.querySelector(".bg-search__status");
  var more = page.querySelector(".bg-search__more"), also = page.querySelector(".bg-search__also");
  var contents = page.querySelector(".bg-search__contents");
  var language = document.documentElement.lang.slice(0, 2), other = { zh: "en", en: "zh" }[language];
  var SHOWN = 8, asked = 0, found = [], timer = 0, typing = false;

  function make(tag, name, text) {
    return Object.assign(document.createElement(tag), name ? { className: name } : {}, text ? { textContent: text } : {});
  }

  // An element whose words are of a language.
  function tagged(element, code) {
    if (code !== language) { element.lang = code === "zh" ? "zh-Hans" : code; }
    return element;
  }

  function chosen() {
    var option = form.elements.part.selectedOptions[0];
    if (!option.value && form.elements.report) { option = form.elements.report.selectedOptions[0]; }
    return option.value ? { from: +option.dataset.from, to: +option.dataset.to } : {};
  }

  // Parts of the chosen report; of all reports only where there is one.
  function offerParts() {
    var report = form.elements.report ? form.elements.report.value : null;
    Array.from(form.elements.part.options).forEach(function (option) {
      var fits = !option.value || report === null || option.dataset.report === report;
      option.hidden = option.disabled = !fits;
      if (!fits && option.selected) { form.elements.part.value = ""; }
    });
    form.elements.part.disabled = report === "";
  }

  function address() {
    var query = new URLSearchParams();
    [field, form.elements.report, form.elements.part].forEach(function (input) {
      if (input && input.value.trim()) { query.set(input.name, input.value.trim()); }
    });
    return query.toString() ? "?" + query : location.pathname;
  }

  function answer() {
    var query = field.value.trim(), number = asked += 1;
    try { history.replaceState(null, "", address()); } catch { /* a page opened from a folder keeps its address */ }
    contents.hidden = !!query;
    status.textContent = query ? status.textContent : "";
    if (!query) { return show([], [], 0); }
    return window.baogaoSearch.open(said.index).then(function () {
      return window.baogaoSearch.find(query, Object.assign({ language: language }, chosen()));
    }).then(function (result) {
      var n = result.hits.length;
      if (number !== asked) { return undefined; }
      status.textContent = n ? (n === 1 ? said.one : said.count).replace("{n}", n) : said.none;
      return show(result.hits, result.also, number);
    }).catch(function () { status.textContent = said.failed; });
  }

  function show(hits, names, number) {
    found = hits;
    also.hidden = !names.length;
    also.textContent = names.length ? said.also + " " : "";
    names.forEach(function (name) {
      var link = tagged(make("a", "", name), "zh");
      link.href = "?q=" + encodeURIComponent(name);
      also.append(link, " ");
    });
    return append(0, number);
  }

  function append(from, number) {
    var hits = found.slice(from, from + SHOWN);
    return Promise.all(hits.map(window.baogaoSearch.context)).then(function (contexts) {
      if (number && number !== asked) { return; }
      if (!from) { list.textContent = ""; }
      contexts.forEach(function (context, n) { list.append(item(hits[n], context)); });
      more.hidden = found.length <= from + SHOWN;
      if (from) { list.children[from].querySelector("a").focus(); }
    });
  }

  function item(hit, context) {
    var words = hit.via ? [Array.from(hit.via)] : hit.words;
    var mark = encodeURIComponent(words.map(w => w.join("")).join(" "));
    var made = make("li", "bg-search__result"), heading = make("h2"), text = tagged(make("p"), context.language);
    var link = make("a", "", context.headings[language]), place = context.url + "?mark=" + mark + "#" + context.anchor;
    link.href = place;
    if (language === "en" && context.headings.en === context.headings.zh) { tagged(link, "zh"); }
    heading.append(link);
    text.textContent = context.text;
    window.baogaoText.mark(text, words);
    made.append(heading, text, facts(hit, context, place));
    return made;
  }

  // Which report and part; by which name it was found; the way to the other language, where the hit stands there.
  function facts(hit, context, place) {
    var line = make("p", "bg-search__facts");
    var parts = Array.from(form.querySelectorAll("option[data-from]")).filter(function (one) {
      return +one.dataset.from <= hit.section && hit.section < +one.dataset.to && one.text !== context.headings[language];
    }).map(one => one.lang ? tagged(make("span", "", one.text), "zh") : make("span", "", one.text));
    if (hit.via) {
      parts.push(make("span", "", said.via + " "));
      parts[parts.length - 1].append(tagged(make("span", "", hit.via), "zh"));
    }
    if (context.language !== language) {
      var link = make("a", "", said.chinese);
      link.href = "../" + other + "/" + place;
      parts.push(link);
    }
    parts.forEach(function (part, n) { line.append(n ? " · " : "", part); });
    return parts.length ? line : "";
  }

  function soon() {
    clearTimeout(timer);
    timer = typing ? 0 : setTimeout(answer, 60);
  }

  // Down from the field to the results, up and down among them, Escape back to the field.
  function walk(event) {
    var links = Array.from(list.querySelectorAll("h2 a")), at = links.indexOf(document.activeElement);
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && at >= 0) { field.focus(); }
    if (!step || (at < 0 && (document.activeElement !== field || step < 0))) { return; }
    event.preventDefault();
    (links[at + step] || (step < 0 ? field : links[at] || field)).focus();
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(timer); answer(); });
  form.addEventListener("change", function (event) { if (event.target !== field) { offerParts(); answer(); } });
  field.addEventListener("focus", function () { window.baogaoSearch.open(said.index).catch(function () {}); }, { once: true });
  field.addEventListener("compositionstart", function () { typing = true; });
  field.addEventListener("compositionend", function () { typing = false; soon(); });
  field.addEventListener("input", soon);
  more.querySelector("button").addEventListener("click", function () { append(list.children.length, asked); });
  page.addEventListener("keydown", walk);
  page.querySelector(".bg-search__filters").hidden = false;
  new URLSearchParams(location.search).forEach(function (value, name) {
    if (form.elements[name]) { form.elements[name].value = value; }
  });
  offerParts();
  if (field.value) { answer(); }
})();
