/* Which Chinese names are meant by English words: from the entries of b*.js, [English, [[Chinese, where it stands] …]].
   baogaoSearch.entries(words) → those of the words; baogaoSearch.names(words, entries) → [{name, fit, whole, places} …],
   the best first; whole: all of the words fit. */
(function () {
  "use strict";
  var search = window.baogaoSearch;
  var NAMES = 6, KEY = 3, SMALL = " a an and at by for from in of on or the to with ";
  var SPELT = [[/is(e|es|ed|ing|ation|ations)$/, "iz$1"], [/our/, "or"], [/tre(s?)$/, "ter$1"], [/programme/, "program"]];

  function stem(word) {
    if (word.length < 4) { return word; }
    SPELT.forEach(function (way) { word = word.replace(way[0], way[1]); });
    return word.replace(/ies$/, "y").replace(/(x|ch|sh|ss)es$/, "$1").replace(/([^s])s$/, "$1");
  }

  function same(asked, word) {
    return (asked.length > 2 ? word.indexOf(asked) === 0 : word === asked) || stem(word) === stem(asked);
  }

  function shard(key) {
    return "b" + Array.from(key).reduce((number, c) => number * 31 + c.charCodeAt(0), 0) % search.table().bridges;
  }

  search.latin = function (phrase) {
    return (phrase.match(/[a-z]+/g) || []).filter(w => SMALL.indexOf(" " + w + " ") < 0);
  };

  // Entries with a word that begins as one of these does.
  search.entries = function (asked) {
    var keys = asked.map(word => word.slice(0, KEY));
    return Promise.all(keys.map(key => search.load(shard(key)))).then(function (read) {
      var lists = read.map((shard, n) => shard[keys[n]] || []);
      return Array.from(new Set([].concat.apply([], lists)));
    });
  };

  // Chinese names whose English is what was asked: how well they fit, whether all of it does. Half must, at least.
  search.names = function (asked, entries) {
    var fitting = [], seen = {};
    entries.forEach(function (entry) {
      var words = search.latin(entry[0]);
      var there = asked.filter(a => words.some(w => same(a, w))).length;
      var back = words.filter(w => asked.some(a => same(a, w))).length;
      var whole = there === asked.length || back === words.length;
      var fit = (there / asked.length) * (back / words.length) * (whole ? 1 : 0.5);
      if (words.length && there * 2 >= asked.length && fit > 0) {
        entry[1].forEach(function (name, n) {
          fitting.push({ name: name[0], fit: fit - n / 1000, whole: there === asked.length, places: name[1] });
        });
      }
    });
    if (fitting.some(f => f.whole)) { fitting = fitting.filter(f => f.whole); }
    fitting.sort((a, b) => b.fit - a.fit);
    return fitting.filter(function (f) {
      var first = f.fit * 2 >= fitting[0].fit && !seen[f.name];
      seen[f.name] = true;
      return first;
    }).slice(0, NAMES);
  };
})();
