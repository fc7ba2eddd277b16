/* Text as it is compared (the same rules as baogao/search/postings.py), and the marks on what was searched for:
   in the results, and again on the page that a result leads to (…?mark=京津冀#1.2-p1). */
(function () {
  "use strict";
  var ONE = { "~": "∼", "〜": "∼", "’": "'", "‘": "'", "“": '"', "”": '"', "。": "." };
  var known = {};
  "‐‑‒–—―−".split("").forEach(function (dash) { ONE[dash] = "-"; });

  function one(text) { return Array.from(text).length === 1; }

  function normal(character) {
    if (known[character]) { return known[character]; }
    var folded = character.normalize("NFKC");
    if (!one(folded)) { folded = character; }
    if (folded >= "\u00c0" && folded <= "\u024f") { folded = folded.normalize("NFKD")[0]; }
    var lower = folded.toLowerCase();
    if (!one(lower)) { lower = folded; }
    lower = ONE[lower] || lower;
    if (lower !== "\n" && /^[\s\u0000-\u001f\u007f-\u009f\u0085]$/.test(lower)) { lower = " "; }
    known[character] = lower;
    return lower;
  }

  function normalise(text) { return Array.from(text, normal); }

  // The words of a query, each an array of characters; a lone mark of punctuation is no word.
  function terms(query) {
    var words = normalise(query).join("").split(/[ \n]+/);
    return words.filter(function (w) { return /[\p{L}\p{N}]/u.test(w); }).map(w => Array.from(w));
  }

  function begins(text, at) { return at === 0 || !/[a-z0-9]/.test(text[at - 1]); }

  // [from, to] of every occurrence, in UTF-16 units; a Latin word counts from its beginning.
  function occurrences(text, words) {
    var plain = Array.from(text, function (c) { var n = normal(c); return n.length === c.length ? n : c; }).join("");
    var found = [];
    words.forEach(function (word) {
      var needle = word.join("");
      for (var at = plain.indexOf(needle); at >= 0; at = plain.indexOf(needle, at + needle.length)) {
        if (!/[a-z]/.test(needle[0]) || begins(plain, at)) { found.push([at, at + needle.length]); }
      }
    });
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return found.filter((hit, n) => n === 0 || hit[0] >= found[n - 1][1]);
  }

  // Marks every occurrence under an element, across links and other inline elements; returns how many.
  function mark(root, words) {
    var nodes = [], text = "", walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      nodes.push([walker.currentNode, text.length]);
      text += walker.currentNode.data;
    }
    var hits = occurrences(text, words);
    hits.slice().reverse().forEach(function (hit) {
      nodes.slice().reverse().forEach(function (entry) {
        var from = Math.max(hit[0] - entry[1], 0), to = Math.min(hit[1] - entry[1], entry[0].data.length);
        if (from < to) { wrap(entry[0], from, to); }
      });
    });
    return hits.length;
  }

  function wrap(node, from, to) {
    var rest = node.splitText(from), made = document.createElement("mark");
    rest.splitText(to - from);
    made.className = "bg-mark";
    rest.parentNode.replaceChild(made, rest);
    made.appendChild(rest);
  }

  // Blocks of the page's text, none inside another.
  function blocks() {
    var all = "p,h1,h2,h3,h4,h5,h6,li,dd,td,th,figcaption,blockquote";
    return Array.from(document.querySelectorAll("#main " + all.split(",").join(",#main "))).filter(function (block) {
      return !block.querySelector(all) && !block.closest("nav,svg,form");
    });
  }

  window.baogaoText = { normalise: normalise, terms: terms, mark: mark };
  var asked = new URLSearchParams(location.search).get("mark");
  if (asked) { blocks().forEach(function (block) { mark(block, terms(asked)); }); }
})();
