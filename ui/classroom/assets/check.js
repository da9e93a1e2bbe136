// Old words only: this must run in a browser too old for the page, so that it can say so.
// What the page needs: sockets, modern script, and style rules of about 2021.
document.documentElement.className =
  window.WebSocket && "noModule" in document.createElement("script") && window.Promise && Object.fromEntries &&
  window.CSS && CSS.supports && CSS.supports("inset", "0")
    ? "is-new"
    : "is-old";
