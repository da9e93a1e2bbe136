// Two things Solara's page leaves unsaid: the language of the text, until the page says another
// itself, and that it may be zoomed.
document.documentElement.lang = "en";
document
  .querySelector('meta[name="viewport"]')
  .setAttribute("content", "width=device-width, initial-scale=1");

// The bar over a page on which the server works long has no name: only eyes are to meet it.
const application = document.getElementById("vue-app-template");
application.text = application.text.replace("<v-progress-linear", '<v-progress-linear aria-hidden="true"');

// Files for the visitor, made in the browser from what the page shows.
window.communique = {
  save(name, type, content) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  },
  saveLog(name, text) {
    this.save(`${name}.jsonl`, "application/x-ndjson", text);
  },
  // a log is left for the page that replays it, for this tab only, so that tabs do not disturb
  // each other; a browser may refuse to keep it: then it is a file
  leaveLog(name, text) {
    try {
      sessionStorage.setItem("communique.log", JSON.stringify({ name: `${name}.jsonl`, text }));
      return true;
    } catch (error) {
      this.saveLog(name, text);
      return false;
    }
  },
  // a table: every cell as it stands, whatever signs are in it
  saveTable(name, rows) {
    const cell = (value) => {
      const text = value === null || value === undefined ? "" : String(value);
      return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
    };
    this.save(name, "text/csv", rows.map((row) => row.map(cell).join(",")).join("\n") + "\n");
  },
  safe: (text) => String(text).replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]),
  // what an SVG element shows, with the colours of the page written into it
  standing(svg) {
    const copy = svg.cloneNode(true);
    const [from, to] = [svg, copy].map((each) => each.querySelectorAll("path, line, text, rect, circle"));
    const kept = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "font-family", "font-size"];
    from.forEach((each, place) => {
      const style = getComputedStyle(each);
      kept.forEach((key) => to[place].setAttribute(key, style.getPropertyValue(key)));
    });
    return copy.innerHTML;
  },
  // a picture on the ground of an element: as it is (svg), or twice as large in dots (png)
  savePicture(name, kind, size, body, ground) {
    const [width, height] = size;
    const style = getComputedStyle(ground);
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="${style.color}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="${style.backgroundColor}"/>${body}</svg>`;
    if (kind === "svg") {
      this.save(`${name}.svg`, "image/svg+xml", picture);
      return;
    }
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [2 * width, 2 * height];
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((dots) => this.save(`${name}.png`, "image/png", dots));
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(picture);
  },
};

// what the pages of a class need as well is in a file of its own, beside this one
const placing = document.createElement("script");
placing.src = `${solara.rootPath}/static/assets/chart.js`;
document.head.append(placing);
