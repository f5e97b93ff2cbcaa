// What Tasklist leaves out: once a form is sent, what comes next. The box stays until it is put away or another form is sent.

const house = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const SENT = /\/(task|process-definition)\/([\w:.-]+)\/submit-form$/;
/** The machine takes a moment; so often it is asked again, each time a little later. */
const LOOKS = 8;

let box;

function part(name, text, className) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
}

function link(text, address) {
  const element = part('a', text);
  element.href = address;
  return element;
}

function day(due) {
  return due ? ', by ' + due : '';
}

/** Whom we wait for, step by step: what several are asked is said once. */
function waits(awaited) {
  const steps = new Map();
  awaited.forEach(one => steps.set(one.step, [...(steps.get(one.step) || []), one.who + day(one.due)]));
  const list = part('ul', null, 'cg-sent-now');
  steps.forEach((who, step) => list.append(part('li', step + ': ' + who.join('; '))));
  return list;
}

function tell(told) {
  const words = part('div');
  const begun = told.began && told.number && (told.title ? `“${told.title}” has the number ${told.number}.` : `Its number is ${told.number}.`);
  words.append(part('p', begun ? 'Sent. ' + begun : 'Sent.', 'cg-sent-first'));
  if (told.next) {
    const next = part('p', 'Your next step: ', 'cg-sent-now');
    next.append(link(told.next.label, '#/?task=' + told.next.task + '&forceDisplayTask=true'), day(told.next.due) + '.');
    words.append(next);
  }
  if (told.awaited.length > 0) {
    words.append(part('p', told.next ? 'We also wait for:' : 'Now we wait for:', 'cg-sent-now'), waits(told.awaited));
  } else if (told.working) {
    words.append(part('p', 'The next step is being prepared.', 'cg-sent-now'));
  } else if (!told.next) {
    words.append(part('p', 'Nothing waits for you now.' + (told.phase ? ` Where it stands: ${told.phase}.` : ''), 'cg-sent-now'));
  }
  const ways = part('p', null, 'cg-sent-ways');
  if (told.answer) ways.append(link('Read what you sent', house + told.answer));
  if (told.number && /^P-/.test(told.number)) ways.append(link('See the whole partnership', house + '/partnerships/' + told.number));
  ways.append(link('To your home', house + '/'));
  words.append(ways);
  return words;
}

function place() {
  const column = document.querySelector('.task-details > .three-cols-layout-cell.content');
  if (box && column && box.parentElement !== column) column.prepend(box);
}

function putAway() {
  box?.remove();
  box = null;
}

function open() {
  putAway();
  box = part('div', null, 'cg-sent');
  box.setAttribute('role', 'status');
  box.append(part('div', 'Sent.'));
  const away = part('button', '×', 'cg-away');
  away.type = 'button';
  away.setAttribute('aria-label', 'Put this away');
  away.addEventListener('click', putAway);
  box.append(away);
  place();
  return box;
}

async function ask(id) {
  const mine = open();
  mine.of = id;
  for (let look = 0; look < LOOKS && box === mine; look++) {
    await new Promise(done => setTimeout(done, look === 0 ? 150 : 500 + 150 * look));
    if (box !== mine) return;
    try {
      const answer = await fetch(house + '/after/' + encodeURIComponent(id), { credentials: 'same-origin' });
      if (!answer.ok) return;
      const told = await answer.json();
      const words = tell(told);
      // What says the same is left as it is, for whoever is about to press a link or hears it read out.
      if (words.innerHTML !== mine.firstElementChild.innerHTML) mine.firstElementChild.replaceWith(words);
      if (mine.isBehind) over();
      if (!told.working) return;
    } catch (offline) {
      // What was sent is sent; what comes next is asked again.
    }
  }
}

const opening = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url, ...more) {
  const sent = String(method).toUpperCase() === 'POST' && SENT.exec(String(url).split('?')[0]);
  if (sent) {
    this.addEventListener('load', () => {
      if (this.status >= 300) return;
      ask(sent[1] === 'task' ? sent[2] : JSON.parse(this.responseText).id);
    });
  }
  return opening.call(this, method, url, ...more);
};
// What was waited for then may be over once another step is opened; what was sent can still be read.
function over() {
  box.isBehind = true;
  box.querySelectorAll('.cg-sent-now').forEach(now => now.remove());
}

addEventListener('hashchange', () => {
  const task = /[?&]task=([\w-]+)/.exec(location.hash);
  if (box && task && task[1] !== box.of) over();
  setTimeout(place, 300);
});
