/* Which Chinese names are meant by English words: from the entries of b-*.js, [English, [Chinese …]].
   baogaoSearch.names(words, entries) → [[name, how well it fits, whether all of the words fit] …], the best first. */
(function () {
  "use strict";
  var search = window.baogaoSearch;
  var NAMES = 6, SMALL = " a an and at by for from in of on or the to with ";

  function stem(word) {
    return word.length < 4 ? word : word.replace(/ies$/, "y").replace(/(x|ch|sh|ss)es$/, "$1").replace(/([^s])s$/, "$1");
  }

  function same(asked, word) {
    return (asked.length > 2 ? word.indexOf(asked) === 0 : word === asked) || stem(word) === stem(asked);
  }

  search.latin = function (phrase) {
    return (phrase.match(/[a-z]+/g) || []).filter(function (w) { return SMALL.indexOf(" " + w + " ") < 0; });
  };

  // Chinese names whose English is what was asked: [name, how well it fits, whether all of it does]. Half must, at least.
  search.names = function (asked, entries) {
    var fitting = [];
    entries.forEach(function (entry) {
      var words = search.latin(entry[0]);
      var there = asked.filter(function (a) { return words.some(function (w) { return same(a, w); }); }).length;
      var back = words.filter(function (w) { return asked.some(function (a) { return same(a, w); }); }).length;
      var whole = there === asked.length || back === words.length;
      var fit = (there / asked.length) * (back / words.length) * (whole ? 1 : 0.5);
      if (words.length && there * 2 >= asked.length && fit > 0) {
        entry[1].forEach(function (name, n) { fitting.push([name, fit - n / 1000, there === asked.length]); });
      }
    });
    if (fitting.some(function (f) { return f[2]; })) { fitting = fitting.filter(function (f) { return f[2]; }); }
    fitting.sort(function (a, b) { return b[1] - a[1]; });
    var seen = {};
    return fitting.filter(function (f) {
      var first = f[1] * 2 >= fitting[0][1] && !seen[f[0]];
      seen[f[0]] = true;
      return first;
    }).slice(0, NAMES);
  };
})();
