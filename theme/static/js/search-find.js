/* From a query to sections, the best first; and the way over the English names to the Chinese text.
   baogaoSearch.find(query, {language, from, to}) → {hits, also}; baogaoSearch.context(hit) → where it stands. */
(function () {
  "use strict";
  var search = window.baogaoSearch, text = window.baogaoText;
  var HAN = /[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u, LATIN = /[a-z]/;
  var NEAR = 30;

  // The document that holds a position: a section in Chinese (n), or in English (n + sections).
  function documentAt(position) {
    var starts = search.table().starts, low = 0, high = starts.length;
    while (high - low > 1) {
      var middle = (low + high) >> 1;
      if (starts[middle] <= position) { low = middle; } else { high = middle; }
    }
    return low;
  }

  // Positions of a term by document. A number asked for on a Chinese page is one of the Chinese text.
  function byDocument(term, language) {
    var word = term.join(""), chinese = language === "zh" && !LATIN.test(word) && !HAN.test(word);
    return search.positions(term).then(found => grouped(found, chinese));
  }

  function grouped(positions, chinese) {
    var hits = new Map();
    positions.forEach(function (position) {
      var at = documentAt(position);
      if (chinese && at >= search.table().sections) { return; }
      if (!hits.has(at)) { hits.set(at, []); }
      hits.get(at).push(position);
    });
    return hits;
  }

  // How well a document answers: how often each word stands there, whether in the heading, whether close together.
  function score(lists, at) {
    var body = search.table().bodies[at], points = 0;
    lists.forEach(function (list, n) {
      points += Math.log2(1 + list.length) + (list[0] < body ? 3 : 0);
      var before = lists[n - 1];
      if (before && list.some(p => before.some(q => p > q && p - q < NEAR))) {
        points += 4;
      }
    });
    return points;
  }

  // Sections in which every word stands, in one language or the other: {section: hit}. `found`: by word, by document.
  function sections(found, words, options) {
    var count = search.table().sections, hits = new Map();
    var own = options.language === "en" ? [count, 0] : [0, count];
    for (var n = options.from; found.length && n < options.to; n += 1) {
      if (found.every(m => m.has(n) || m.has(n + count))) {
        var best = null;
        own.forEach(function (shift) {
          var lists = found.map(m => m.get(n + shift)).filter(Boolean);
          var points = lists.length ? score(lists, n + shift) + (lists.length - found.length) * 9 : -99;
          if (lists.length && (!best || points > best.points + 2)) {
            best = { section: n, document: n + shift, position: lists[0][0], points: points };
          }
        });
        hits.set(n, Object.assign(best, { words: words }));
      }
    }
    return hits;
  }

  // Sections that hold a Chinese name for what was asked in English, and the rest of the query.
  function bridged(names, terms, found, options) {
    var rest = terms.map((term, n) => [term, found[n]]).filter(function (t) {
      return !t[0].some(c => LATIN.test(c));
    });
    return names.map(function (name) {
      var maps = [grouped(search.decode(name.places))].concat(rest.map(t => t[1]));
      var words = [Array.from(name.name)].concat(rest.map(t => t[0]));
      return { name: name.name, fit: name.fit, hits: sections(maps, words, options) };
    });
  }

  function merge(hits, ways) {
    ways.forEach(function (way) {
      way.hits.forEach(function (hit, n) {
        var points = hit.points / 3 + 8 * way.fit, known = hits.get(n);
        if (!known) {
          hits.set(n, Object.assign(hit, { points: points, via: way.name, best: points }));
        } else if (points > (known.best || 0)) {
          known.points += points - (known.best || 0);
          known.best = points;
          if (known.via) { hits.set(n, Object.assign(hit, { points: known.points, via: way.name, best: points })); }
        }
      });
    });
  }

  // Text first. A name in the other language adds sections where nothing was found, or where a whole name was asked for;
  // one word that the text has finds exactly the text, and the names are offered as further queries.
  search.find = function (query, given) {
    var options = Object.assign({ language: "zh", from: 0, to: search.table().sections }, given);
    var terms = text.terms(query), asked = search.latin(terms.map(t => t.join("")).join(" "));
    var mixed = terms.some(t => /[a-z]/.test(t.join("")) && /\d/.test(t.join("")));
    var words = Promise.all(terms.map(term => byDocument(term, options.language)));
    return Promise.all([words, mixed ? [] : search.entries(asked)]).then(function (read) {
      var found = read[0], hits = sections(found, terms, options), names = search.names(asked, read[1]);
      if (names.length && !(hits.size && (asked.length === 1 || !names[0].whole))) {
        merge(hits, bridged(names, terms, found, options));
      }
      return { hits: sorted(hits), also: names.map(name => name.name) };
    });
  };

  function sorted(hits) {
    return Array.from(hits.values()).sort((a, b) => b.points - a.points || a.section - b.section);
  }

  // What stands around a hit: {url, anchor, headings, language, text}.
  search.context = function (hit) {
    var table = search.table();
    return search.slice(hit.position).then(function (slice) {
      var letters = Array.from(slice[1]), at = hit.position - slice[0];
      var block = slice[2].filter(b => b[0] <= hit.position).pop();
      var section = slice[3].filter(s => s[0] === hit.document)[0];
      var chinese = hit.document < table.sections, begin = Math.max(at - table.before, 0);
      var end = Math.min(at + (chinese ? 80 : table.after), letters.length);
      var from = letters.lastIndexOf("\n", at) + 1, to = letters.indexOf("\n", at);
      to = to < 0 ? letters.length + 1 : to;
      if (!chinese) { // whole words
        while (begin > from && begin < at && letters[begin - 1] !== " ") { begin += 1; }
        while (end < to && end > at + 40 && letters[end] !== " ") { end -= 1; }
      }
      return {
        url: section[1], anchor: block[1], headings: { zh: section[2], en: section[3] },
        language: chinese ? "zh" : "en",
        text: (begin > from ? "…" : "") + letters.slice(Math.max(begin, from), Math.min(end, to)).join("") + (end < to ? "…" : "")
      };
    });
  };
})();
