// The page's own small ground: it knows the components, holds what is to be seen, and starts.
//
// A page is one root component, ui/classroom/parts/<screen>.vue, with the properties
//   t       words of the screen's first catalogue;  words  all its catalogues by name
//   given   what the server put into the page (given.base is its path prefix)
//   see     what the server says is to be seen, part by part; only a part that changed is replaced
//   line    {state, since, waiting, reason} of the link, see link.js;  now  ms, ticking
// Every component has
//   this.$do(command, fits)    sends a command, resolves with the answer {ok, n, error}
//   this.$use()                opens the link again after a "bye" (used in another tab)
//   this.$time()               class time now: what see.clock said, and the seconds since while it runs
//   this.$now()                ms, ticking twice a second
//   this.$left(ends)           whole seconds left until a class time, null without one
//   this.$fill(text, values)   fills the gaps of a text;  this.$spell(seconds) gives "1:05"
//   this.$keep(key, value), this.$kept(key, otherwise)   a draft that survives a reload of this tab
// A component of ui/parts/x.vue is used as <c-x>, with the properties its Python function has; its
// events are heard as @name. A component of ours says its `props` in its script, as Vue has it.
(function () {
  const state = Vue.observable({ see: {}, line: { state: "opening", since: Date.now(), waiting: 0, reason: "" }, now: Date.now() });
  let came = Date.now(); // when the clock came in
  let link = null;

  function part(name, template, properties, events, script) {
    const module = { exports: {} };
    script(module);
    const made = Object.assign(template ? { template } : {}, module.exports);
    if (Object.keys(properties).length) {
      made.props = {};
      for (const key of Object.keys(properties)) made.props[key] = { default: properties[key] === null ? undefined : properties[key] };
    }
    if (events.length) {
      made.methods = Object.assign({}, made.methods);
      for (const event of events) made.methods[event] = function (value) { this.$emit(event, value); };
    }
    Vue.component("c-" + name, made);
  }

  // the first message of a line has all there is: what it lacks is gone
  function see(parts, whole) {
    if (whole) for (const key of Object.keys(state.see)) if (!(key in parts)) Vue.delete(state.see, key);
    for (const key of Object.keys(parts)) {
      const value = parts[key];
      if (key === "clock") state.now = came = Date.now();
      Vue.set(state.see, key, value && typeof value === "object" ? Object.freeze(value) : value);
    }
  }

  const slot = (key) => "communique.class." + location.pathname + "." + key;

  Object.assign(Vue.prototype, {
    $fill: (text, values) => String(text === undefined ? "" : text).replace(/\{(\w+)\}/g, (_, key) => values[key]),
    $spell: (seconds) => Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0"),
    $do: (command, fits) => (link ? link.send(command, fits) : Promise.resolve({ ok: false, error: "" })),
    $use: () => link && link.open(),
    $now: () => state.now,
    // a brief whose sources are looked up on this server, whatever its prefix
    $sourced: (brief, base) =>
      Object.assign({}, brief, {
        parts: brief.parts.map((part) =>
          Object.assign({}, part, { lines: part.lines.map((line) => Object.assign({}, line, { source: line.source && base + line.source })) })
        ),
      }),
    // the seats of a table as the brief lists them
    $company: (around, t) =>
      (around || []).map((seat) => ({
        short: seat.short, shape: seat.shape, tone: seat.tone, manner: "",
        by: seat.mine ? t.by.you : seat.by === "ai" ? t.by.ai : seat.people.join(t.list),
      })),
    $time() {
      const clock = state.see.clock || { t: 0, running: false };
      return clock.t + (clock.running ? Math.max(0, state.now - came) / 1000 : 0);
    },
    $left(ends) {
      return typeof ends === "number" ? Math.max(0, Math.ceil(ends - this.$time())) : null;
    },
    // a browser may refuse to keep anything; the page goes on without
    $keep(key, value) {
      try {
        if (value === null || value === undefined) sessionStorage.removeItem(slot(key));
        else sessionStorage.setItem(slot(key), JSON.stringify(value));
      } catch (error) {}
    },
    $kept(key, otherwise) {
      try {
        const found = JSON.parse(sessionStorage.getItem(slot(key)));
        return found === null ? otherwise : found;
      } catch (error) {
        return otherwise;
      }
    },
  });

  function start(screen) {
    const given = JSON.parse(document.getElementById("given").textContent);
    const words = communique.words;
    const t = words[Object.keys(words)[0]];
    if (given.see) see(given.see);
    if (given.live) {
      link = communique.link(location.pathname.replace(/\/$/, "") + "/socket?lang=" + given.lang, {
        see,
        change: (each) => (state.line = { state: each.state, since: each.since, waiting: each.waiting, reason: each.reason }),
      });
    }
    setInterval(() => (state.now = Date.now()), 500);
    new Vue({ el: "#app", render: (make) => make("c-" + screen, { props: { t, words, given, see: state.see, line: state.line, now: state.now } }) });
  }

  window.communique = Object.assign(window.communique || {}, { part, start, words: {} });
})();
