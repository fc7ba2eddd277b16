/* The table of indicators: filter, sort, a link that keeps the filter, the rows shown as CSV.
   The table itself is there without this. */
(function () {
  "use strict";

  var form = document.querySelector(".bg-filter");
  var body = document.querySelector(".bg-indicators__table tbody");
  var rows = Array.prototype.slice.call(body.rows);
  var count = form.querySelector(".bg-filter__count");
  var none = document.querySelector(".bg-indicators__none");
  var link = form.querySelector(".bg-filter__link");
  var csv = form.querySelector(".bg-filter__csv");
  var fields = ["section", "kind", "name", "text"];
  var order = { key: "", down: false };
  var plain = rows.map(function (row) {
    return { name: said(row.cells[0]).toLowerCase(), text: Array.from(row.cells, said).join("\n").toLowerCase() };
  });

  /* A cell without the words that only tell what column it is of. */
  function said(cell) { return cell.dataset.text || cell.textContent.trim(); }

  function fits(row, n) {
    var section = form.elements.section.value;
    return (!section || row.dataset.section === section) &&
      (!form.elements.kind.value || row.dataset.kind === form.elements.kind.value) &&
      plain[n].name.indexOf(form.elements.name.value.trim().toLowerCase()) >= 0 &&
      plain[n].text.indexOf(form.elements.text.value.trim().toLowerCase()) >= 0;
  }

  function address() {
    var query = new URLSearchParams();
    fields.forEach(function (name) {
      if (form.elements[name].value) { query.set(name, form.elements[name].value); }
    });
    if (order.key) { query.set("sort", (order.down ? "-" : "") + order.key); }
    var text = query.toString();
    return location.pathname.split("/").pop() + (text ? "?" + text : "");
  }

  function update() {
    var shown = 0;
    rows.forEach(function (row, n) {
      row.hidden = !fits(row, n);
      shown += row.hidden ? 0 : 1;
    });
    count.textContent = count.dataset.text.replace("{n}", shown).replace("{total}", rows.length);
    none.hidden = shown > 0;
    link.href = address();
  }

  function sort() {
    var heads = document.querySelectorAll(".bg-indicators__table th[data-key]");
    var at = -1;
    Array.prototype.forEach.call(heads, function (head, n) {
      var own = head.dataset.key === order.key;
      if (own) { at = n; }
      if (own) {
        head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
    var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    var sorted = at < 0 ? rows : rows.slice().sort(function (a, b) {
      var found = collator.compare(said(a.cells[at]), said(b.cells[at]));
      return order.down ? -found : found;
    });
    sorted.forEach(function (row) { body.append(row); });
    link.href = address();
  }

  /* What a spreadsheet would take for a formula is made safe, as in the published file. */
  function cell(text) {
    var safe = /^[=+\-@\t]/.test(text) ? "'" + text : text;
    return '"' + safe.replace(/"/g, '""') + '"';
  }

  function table() {
    var head = document.querySelector(".bg-indicators__table thead tr");
    var lines = [head].concat(Array.prototype.filter.call(body.rows, row => !row.hidden));
    return "\ufeff" + lines.map(function (row) {
      return Array.prototype.map.call(row.cells, item => cell(said(item))).join(",");
    }).join("\r\n") + "\r\n";
  }

  var made = "";
  csv.addEventListener("click", function () {
    if (made) { URL.revokeObjectURL(made); }
    made = URL.createObjectURL(new Blob([table()], { type: "text/csv;charset=utf-8" }));
    csv.href = made;
  });

  Array.prototype.forEach.call(document.querySelectorAll(".bg-indicators__table th[data-key]"), function (head) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "bg-sort";
    button.textContent = head.textContent;
    button.addEventListener("click", function () {
      order = { key: head.dataset.key, down: order.key === head.dataset.key && !order.down };
      sort();
    });
    head.replaceChildren(button);
  });

  var query = new URLSearchParams(location.search);
  fields.forEach(function (name) { form.elements[name].value = query.get(name) || ""; });
  var wanted = query.get("sort") || "";
  order = { key: wanted.replace(/^-/, ""), down: wanted.charAt(0) === "-" };
  form.hidden = false;
  form.addEventListener("input", update);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(update, 0); });
  if (order.key) { sort(); }
  update();
})();
