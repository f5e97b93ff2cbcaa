// What Tasklist's lists leave out: a search that knows titles, numbers and organisations, and how much waits in each list.

const house = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const engine = '/camunda/api/engine/engine/default';
const FOUND = /\/filter\/[^/]+\/(list|count)(\?|$)/;
const CHANGED = /\/(submit-form|complete|claim|unclaim)$/;

// Tasklist's box finds names of steps only. What is added goes into the same question, so whoever asks finds no more than the list holds.
async function widened(query) {
  const words = query.nameLike.replace(/^%|%$/g, '');
  const { nameLike, ...rest } = query;
  const ways = { nameLike, processInstanceBusinessKeyLike: '%' + words.toUpperCase() + '%' };
  const answer = await fetch(house + '/cases?find=' + encodeURIComponent(words), { credentials: 'same-origin' });
  const found = answer.ok ? await answer.json() : [];
  if (found.length > 0) ways.processInstanceBusinessKeyIn = found;
  return { ...rest, orQueries: [...(rest.orQueries || []), ways] };
}

const { open, send } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function (method, address, ...more) {
  this.cgAsks = method.toUpperCase() === 'POST' && FOUND.test(address);
  if (method.toUpperCase() === 'POST' && CHANGED.test(address)) this.addEventListener('load', countSoon);
  return open.call(this, method, address, ...more);
};
XMLHttpRequest.prototype.send = function (body) {
  const query = this.cgAsks && typeof body === 'string' && body.includes('"nameLike"') && JSON.parse(body);
  if (!query || !query.nameLike) return send.call(this, body);
  widened(query).catch(() => query).then(wide => this.readyState === XMLHttpRequest.OPENED && send.call(this, JSON.stringify(wide)));
};

// ---- how much waits in each list, in one call: after the start, and whenever somebody here did something

let counts = new Map();
let counting;

function countSoon() {
  clearTimeout(counting);
  counting = setTimeout(count, 400);
}

async function count() {
  try {
    const answer = await fetch(house + engine + '/filter?resourceType=Task&itemCount=true&firstResult=0&maxResults=50', { credentials: 'same-origin' });
    if (!answer.ok) return;
    counts = new Map((await answer.json()).map(filter => [filter.name, filter.itemCount]));
    showCounts();
  } catch (offline) {
    // The lists are as useful without.
  }
}

function showCounts() {
  document.querySelectorAll('.task-filter h4.name a').forEach(link => {
    const name = (link.firstChild.nodeValue || link.firstElementChild?.textContent || '').trim();
    const own = link.querySelector('.cg-count') || link.appendChild(Object.assign(document.createElement('span'), { className: 'cg-count' }));
    const text = counts.has(name) ? ' (' + counts.get(name) + ')' : '';
    if (own.textContent !== text) own.textContent = text;
  });
}

new MutationObserver(showCounts).observe(document.body, { childList: true, subtree: true });
addEventListener('load', countSoon);
countSoon();
