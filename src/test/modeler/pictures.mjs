// Compares a picture that the product draws of a diagram with the one that bpmn-js, which Modeler draws with, exports; both in one browser.

/** Pixels. */
const WITHIN = 1;

/** What stands elsewhere, has another size or other words: a sentence each. Runs in the page, where both are to be seen. */
export function differencesIn({ ours, theirs, within }) {
  const desk = document.createElement('div');
  document.body.append(desk);

  function shown(text) {
    const holder = document.createElement('div');
    holder.innerHTML = text.slice(text.indexOf('<svg'));
    desk.append(holder);
    return holder.querySelector('svg');
  }

  /** Finds points of a shape in the picture's own pixels. */
  function placing(svg, shape) {
    const matrix = svg.getScreenCTM().inverse().multiply(shape.getScreenCTM());
    return point => new DOMPoint(point.x, point.y).matrixTransform(matrix);
  }

  function place(svg, shape) {
    const box = shape.getBBox();
    const { x, y } = placing(svg, shape)(box);
    return { left: x, top: y, width: box.width, height: box.height };
  }

  /** A point for each half pixel, at least both ends. */
  function way(svg, path) {
    const whole = path.getTotalLength(), steps = Math.ceil(whole * 2), placed = placing(svg, path);
    return Array.from({ length: steps + 1 }, (_, i) => placed(path.getPointAtLength(whole * i / steps)));
  }

  const apart = (one, other) => Math.hypot(one.x - other.x, one.y - other.y);

  /** How far the ends are, or a point each four pixels of one way from the nearest of the other. Corners may be rounder here than there. */
  function waysApart(one, other) {
    const strays = (from, to) => Math.max(...from.filter((_, i) => i % 8 === 0)
      .map(point => to.reduce((least, near) => Math.min(least, apart(point, near)), Infinity)));
    return Math.max(apart(one[0], other[0]), apart(one.at(-1), other.at(-1)), strays(one, other), strays(other, one));
  }

  /** Each line of words with the middle of its foot. */
  function lines(svg, texts) {
    return texts.map(text => {
      const start = text.getStartPositionOfChar(0), end = text.getEndPositionOfChar(text.textContent.trimEnd().length - 1);
      const { x, y } = placing(svg, text)({ x: (start.x + end.x) / 2, y: start.y });
      return { words: text.textContent.trim(), x, y };
    }).filter(line => line.words);
  }

  function drawnByUs(svg) {
    return new Map([...svg.querySelectorAll('g[id^="p-"]')].map(group => {
      const shape = group.querySelector(':scope > rect, :scope > circle, :scope > path');
      const arrow = group.getAttribute('role') !== 'img';
      return [group.id.slice(2), { ...arrow ? { way: way(svg, shape) } : { place: place(svg, shape) },
        lines: lines(svg, [...group.querySelectorAll(':scope > text')]) }];
    }));
  }

  function drawnByBpmnJs(svg) {
    const visual = id => svg.querySelector(`[data-element-id="${id}"] > .djs-visual`);
    const groups = [...svg.querySelectorAll('.djs-shape, .djs-connection')].map(group => group.dataset.elementId)
      .filter(id => !id.endsWith('_label'));
    return new Map(groups.map(id => {
      const arrow = visual(id).parentNode.classList.contains('djs-connection');
      const shape = visual(id).querySelector(arrow ? ':scope > path' : ':scope > rect, :scope > circle, :scope > polygon');
      const words = [visual(id), visual(id + '_label')].flatMap(part => part ? [...part.querySelectorAll('tspan')] : []);
      return [id, { ...arrow ? { way: way(svg, shape) } : { place: place(svg, shape) }, lines: lines(svg, words) }];
    }));
  }

  /** We know how wide Arial is; without a font of its widths bpmn-js breaks lines elsewhere. */
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = '100px Arial, sans-serif';
  const sameLines = Math.abs(pen.measureText('Registration').width - 533.5) < 2;

  const here = drawnByUs(shown(ours)), there = drawnByBpmnJs(shown(theirs));
  const found = [];
  for (const id of new Set([...here.keys(), ...there.keys()])) {
    const one = here.get(id), other = there.get(id);
    if (!one || !other) {
      found.push(`${id} is drawn by ${one ? 'us' : 'bpmn-js'} alone.`);
      continue;
    }
    for (const side of other.place ? Object.keys(other.place) : []) {
      if (!one.place || Math.abs(one.place[side] - other.place[side]) > within) {
        found.push(`${id}: ${side} is ${one.place?.[side]}, in bpmn-js ${other.place[side]}.`);
      }
    }
    const away = !other.way ? 0 : !one.way ? Infinity : waysApart(one.way, other.way);
    if (away > within) {
      found.push(`${id} goes another way, up to ${away.toFixed(1)} pixels from that of bpmn-js.`);
    }
    const said = drawn => drawn.lines.map(line => line.words).join(sameLines ? ' / ' : ' ');
    if (said(one) !== said(other)) {
      found.push(`${id} says “${said(one)}”, in bpmn-js “${said(other)}”.`);
    } else if (sameLines && one.lines.some((line, i) => apart(line, other.lines[i]) > within)) {
      found.push(`${id}: “${said(one)}” stands elsewhere than in bpmn-js.`);
    }
  }
  desk.remove();
  return { compared: there.size, found };
}

export const PRECISION = { within: WITHIN };
