/* Answers queries from the index that baogao/search/index.py writes: classic scripts, loaded when they are needed.
   baogaoSearch.positions(term) → where a term stands in the text of all reports. */
(function () {
  "use strict";
  var SYMBOLS = 90, CLASSES = [[50, 0], [32, 1], [6, 2], [1, 3], [1, 5]], AFTER_DIGIT = "\t", STEP = 6, FEW = 8;
  var LETTER = /[a-z]/;
  var parts = {}, loading = {}, base = "", table = null;
  var search = { put: function (name, value) { parts[name] = value; }, open: open };
  window.baogaoSearch = search;

  // A script of the index, once. Scripts and not fetch: a page opened from a folder may not fetch.
  search.load = function (name) {
    loading[name] = loading[name] || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = base + name + ".js";
      script.onload = function () { resolve(parts[name]); };
      script.onerror = function () { delete loading[name]; reject(new Error(script.src)); };
      document.head.appendChild(script);
    });
    return loading[name];
  };

  function open(address) {
    base = address;
    return search.load("index").then(function (read) {
      table = table || Object.assign({}, read, { starts: decode(read.starts), bodies: decode(read.bodies) });
      return table;
    });
  }

  function decode(text) {
    var found = [], at = 0, i = 0;
    function symbol() { var code = text.charCodeAt(i++); return code - (code > 0x5c ? 0x24 : 0x23); }
    while (i < text.length) {
      var code = symbol(), room = 0, c = 0;
      while (code >= CLASSES[c][0]) {
        code -= CLASSES[c][0];
        room += CLASSES[c][0] * Math.pow(SYMBOLS, CLASSES[c][1]);
        c += 1;
      }
      for (var k = 0; k < CLASSES[c][1]; k += 1) { code = code * SYMBOLS + symbol(); }
      at += code + room;
      found.push(at);
    }
    return found;
  }

  function shard(first, second) {
    var own = table.hot[first];
    if (!own) { return "s" + (first.codePointAt(0) % table.cold); }
    return first.codePointAt(0).toString(16) + "-" + ((second ? second.codePointAt(0) : 0) % own);
  }

  // Positions of all keys that begin with `first` and fit; `second` (where known) tells which shard.
  function lookup(first, second, fits) {
    var names = [shard(first, second)];
    if (second === null && table.hot[first]) {
      names = Array.from({ length: table.hot[first] }, (_, n) => first.codePointAt(0).toString(16) + "-" + n);
    }
    return Promise.all(names.map(search.load)).then(function (read) {
      var lists = [];
      read.forEach(function (keys) {
        (keys && keys[first] ? keys[first].split(" ") : []).forEach(function (entry) {
          var end = entry.indexOf("~"), word = entry[end + 1] === "~";
          if (fits(entry.slice(0, end), word)) { lists.push(decode(entry.slice(end + (word ? 2 : 1)))); }
        });
      });
      return lists.length === 1 ? lists[0] : [].concat.apply([], lists).sort((a, b) => a - b);
    });
  }

  function pair(first, second) {
    return lookup(first, second, (rest, word) => !word && rest === second);
  }

  function single(first) {
    return lookup(first, null, (rest, word) => !word);
  }

  // A Latin word, or what begins with it; `inner` where it stands right after a digit.
  function word(letters, whole, inner) {
    var rest = letters.slice(1);
    return lookup(letters[0], letters.length > 1 ? letters[1] : whole ? "" : null, function (key, isWord) {
      var plain = key.replace(AFTER_DIGIT, "");
      return isWord && (key !== plain) === inner && (whole ? plain === rest : plain.indexOf(rest) === 0);
    });
  }

  // The pairs and words that cover a term: [[where in it, a function that loads their positions] …].
  function cover(term) {
    var covers = [], at = 0, last = term.length - 1;
    while (at <= last) {
      var end = at;
      if (LETTER.test(term[at])) {
        while (end < last && LETTER.test(term[end + 1])) { end += 1; }
        covers.push([at, word.bind(null, term.slice(at, end + 1).join(""), end < last, at > 0 && /\d/.test(term[at - 1]))]);
        at = end + 1;
      } else {
        var from = at === last ? at - 1 : at;
        covers.push([from, pair.bind(null, term[from], term[from + 1])]);
        at = from + (LETTER.test(term[from + 1]) && from === at ? 1 : 2);
      }
    }
    return covers;
  }

  // Where a term stands: the lists of what covers it, intersected, a few at a time. Of a long term (a sentence pasted
  // in) the beginning mostly leaves so few places that the text there tells the rest.
  function positions(term) {
    if (term.length === 1 && !LETTER.test(term[0])) { return single(term[0]); }
    return narrowed(term, cover(term), null);
  }

  function narrowed(term, covers, kept) {
    var now = covers.slice(0, STEP), rest = covers.slice(STEP);
    return Promise.all(now.map(c => c[1]())).then(function (read) {
      var moved = read.map(function (list, n) { return { list: list, by: now[n][0] }; });
      moved.sort((a, b) => a.list.length - b.list.length);
      kept = kept || moved[0].list.map(p => p - moved[0].by);
      moved.forEach(function (other) {
        var there = new Set(other.list);
        kept = kept.filter(p => there.has(p + other.by));
      });
      if (!rest.length || !kept.length) { return kept; }
      if (kept.length > FEW) { return narrowed(term, rest, kept); }
      return Promise.all(kept.map(p => stands(term, p))).then(function (told) {
        return kept.filter((p, n) => told[n]);
      });
    });
  }

  // Whether the text itself has a term at a position.
  function stands(term, position) {
    return search.slice(position).then(function (slice) {
      var there = window.baogaoText.normalise(slice[1]).slice(position - slice[0]), n = Math.min(there.length, term.length);
      for (var i = 0; i < n; i += 1) { if (there[i] !== term[i]) { return false; } }
      return n === term.length || (n > 0 && stands(term.slice(n), position + n));
    });
  }

  // The slice of the text that holds a position, with something of its neighbours.
  search.slice = position => search.load("t" + Math.floor(position / table.slice));
  search.decode = decode;
  search.positions = positions;
  search.table = () => table;
})();
