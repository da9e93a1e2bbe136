// What charts of texts by two values share, here and on the pages of a class.

window.communique = window.communique || {};

// From where to where an axis reaches: all points, and some room beside them.
window.communique.reach = (points, axis) => {
  const all = points.map((point) => point[axis]);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = Math.max(2, (high - low) * 0.08);
  return [low - room, high + room];
};

// Where names stand beside their marks: none lies on another, on a mark or outside, and as few
// dots as can be lie beneath. Marks have x, y, title, bold and radius; the first is placed first.
window.communique.placed = (marks, dots, bounds, size) => {
  const pen = document.createElement("canvas").getContext("2d");
  const [left, top, right, bottom] = bounds;
  const hits = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
  const around = (x, y, wide, high) => [x - wide, y - high, x + wide, y + high];
  const taken = marks.map((mark) => around(mark.x, mark.y, mark.radius, mark.radius));
  return marks.map((mark) => {
    pen.font = `${mark.bold ? "bold " : ""}${size}px sans-serif`;
    const [wide, high] = [pen.measureText(mark.title).width / 2 + 3, size * 0.62];
    let best = null;
    // nearest first, and at each distance beside the mark before above and below it
    for (let far = mark.radius; far < 200; far += size / 2) {
      for (const turn of [0, 8, 1, 15, 7, 9, 4, 12, 2, 14, 6, 10, 3, 13, 5, 11]) {
        const [across, along] = [Math.cos((turn * Math.PI) / 8), Math.sin((turn * Math.PI) / 8)];
        const x = Math.min(right - wide, Math.max(left + wide, mark.x + across * (far + wide)));
        const y = Math.min(bottom - high, Math.max(top + high, mark.y + along * (far + high)));
        const box = around(x, y, wide, high);
        const over = taken.filter((other) => hits(box, other)).length;
        const under = dots.filter(([a, b]) => hits(box, around(a, b, 3, 3))).length;
        const cost = over * 1000 + under * 6 + far;
        if (!best || cost < best.cost) best = { cost, x, y, box, far };
      }
      if (best.cost < far) break;
    }
    taken.push(best.box);
    return Object.assign({}, mark, { at: [best.x, best.y], led: best.far > mark.radius + size });
  });
};
