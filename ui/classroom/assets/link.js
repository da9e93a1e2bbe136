// The line to the class: one websocket that keeps itself alive.
//
//   const link = communique.link(address, { see(parts, whole) {}, change(link) {}, bye(reason) {} });
//   link.send({ do: "move", move, turn }).then((answer) => answer.ok || show(answer.error));
//   link.open();                      // again, after a "bye"
//
// What the server sends (see also classroom/web):
//   {"see": {part: value, ...}, "n": 7}     the parts that changed; the first message has all
//   {"ack": "c12", "ok": true, "n": 381}    a command is kept for ever (or {"ok": false, "error": ...})
//   {"bye": reason}                         this tab is no longer wanted; it does not come back by itself
// What it is sent: {"do": ..., "id": "c12", ...}; and {"do": "ping", "id": ...} when it has long been silent.
//
// A close by one of the codes of ENDS is a "bye" too.
// link.state is "opening", "open", "lost" or "bye"; link.since is when (ms) it became so.
// A command that had no answer when the line was lost is sent again under the same id once the
// line is back, unless its option `fits()` says that it no longer fits what is now to be seen.
(function () {
  const WAITS = [300, 700, 1500, 3000, 5000]; // ms before each further attempt
  const PATIENCE = 8000; // ms for an answer, before the line counts as lost
  const WAKING = 2500; // ms for the first answer after a sleep
  const SILENCE = 30000; // ms without a word, before the server is asked for one
  const ENDS = { 4001: "elsewhere", 4003: "outside", 4004: "deleted" };
  const own = Math.random().toString(36).slice(2, 7); // so that two tabs never use the same id

  function link(address, heard) {
    let socket = null;
    let tries = 0;
    let count = 0;
    let last = Date.now(); // when the server was last heard
    let timer = 0;
    const waiting = new Map(); // id -> {command, fits, answer, at}
    const self = { state: "opening", since: Date.now(), reason: "", waiting: 0, send, open, close };

    function become(state) {
      if (self.state !== state) self.since = Date.now();
      self.state = state;
      told();
    }
    function told() {
      self.waiting = [...waiting.values()].filter((each) => each.command.do !== "ping").length;
      if (heard.change) heard.change(self);
    }
    function where() {
      const place = new URL(address, location.href);
      place.protocol = place.protocol.replace("http", "ws");
      return place.href;
    }
    function open() {
      clearTimeout(timer);
      drop();
      if (self.state === "bye") become("opening");
      let fresh = true; // until the first picture has come, nothing is sent
      const mine = (socket = new WebSocket(where()));
      last = Date.now();
      mine.onmessage = (event) => {
        if (mine !== socket) return;
        last = Date.now();
        const said = JSON.parse(event.data);
        if (said.bye !== undefined) return leave(said.bye);
        if (said.ack !== undefined) answered(said);
        if (said.see) heard.see(said.see, fresh);
        if (said.see && fresh) {
          fresh = false;
          tries = 0;
          become("open");
          again();
        }
      };
      mine.onclose = (event) => mine === socket && (ENDS[event.code] ? leave(ENDS[event.code]) : lost());
    }
    function lost() {
      drop();
      if (self.state === "bye") return;
      become("lost");
      clearTimeout(timer);
      timer = setTimeout(open, WAITS[Math.min(tries++, WAITS.length - 1)] * (0.75 + Math.random() / 2));
    }
    function drop() {
      const old = socket;
      socket = null;
      if (old) old.close();
    }
    function leave(reason) {
      clearTimeout(timer);
      self.reason = reason;
      become("bye");
      drop();
      for (const each of waiting.values()) each.answer({ ok: false, error: "", bye: true });
      waiting.clear();
      if (heard.bye) heard.bye(reason);
    }
    function close() {
      leave("");
    }
    function again() {
      for (const [id, each] of waiting) {
        if (each.fits()) put(each);
        else {
          waiting.delete(id);
          each.answer({ ok: true, late: true });
        }
      }
      told();
    }
    function put(each) {
      each.at = Date.now();
      if (socket && socket.readyState === 1) socket.send(JSON.stringify(each.command));
    }
    // resolves when the server has answered, however long that takes; it never fails
    function send(command, fits) {
      return new Promise((answer) => {
        if (self.state === "bye") return answer({ ok: false, error: "", bye: true });
        const id = "c" + own + ++count;
        const each = { command: Object.assign({ id }, command), fits: fits || (() => true), answer, at: Date.now() };
        waiting.set(id, each);
        if (self.state === "open") put(each);
        told();
      });
    }
    function answered(said) {
      const each = waiting.get(said.ack);
      if (!each) return;
      waiting.delete(said.ack);
      told();
      each.answer(said);
    }
    function look() {
      if (self.state !== "open") return;
      const oldest = Math.min(...[...waiting.values()].map((each) => each.at));
      if (Date.now() - oldest > PATIENCE) lost();
      else if (Date.now() - last > SILENCE) send({ do: "ping" }, () => false);
    }
    // a phone that wakes up, or finds its network again, does not wait for the next attempt; and
    // its line is often dead without knowing it
    function wake() {
      if (document.visibilityState === "hidden" || self.state === "bye") return;
      if (self.state === "open") {
        const woke = Date.now();
        send({ do: "ping" }, () => false);
        setTimeout(() => self.state === "open" && last < woke && lost(), WAKING);
      } else if (Date.now() - last > 1000) open();
    }
    setInterval(look, 1000);
    addEventListener("online", wake);
    addEventListener("offline", () => self.state === "open" && lost());
    document.addEventListener("visibilitychange", wake);
    open();
    return self;
  }

  window.communique = Object.assign(window.communique || {}, { link });
})();
