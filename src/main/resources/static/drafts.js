// What is written in a form and not sent yet: kept on the server for its writer, brought back by the server when the form is opened again.

const house = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const SENDS = /\/(task|process-definition)\/[\w:.-]+\/submit-form$/;
const QUIET = 1500;
/** Elsewhere in Tasklist: what is opened there takes the place of the form. */
const AWAY = 'li.task:not(.active) .clickable, li.task:not(.active) h4.task a, .task-filter:not(.active), .start-process-action a,'
  + ' .navbar a[href], .cg-sent a';

let open = null;          // { task, keeps, nr, token, note, dirty, timer, saving, stopped }

// The platform's own drafts lie in the browser, for whoever sits here next.
Object.keys(localStorage).filter(key => key.startsWith('camunda-form:')).forEach(key => localStorage.removeItem(key));

function part(name, text, className) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
}

function button(text, pressed, className) {
  const element = part('button', text, className);
  element.type = 'button';
  element.addEventListener('click', pressed);
  return element;
}

const container = () => document.querySelector('.task-details .form-pane .fjs-container');
const taskOf = () => (/[?&]task=([\w-]+)/.exec(location.hash) || [])[1];

/** The form keeps its answers to itself; Preact knows it by the context of its parts. */
function answers() {
  const walk = node => {
    if (!node) return null;
    if (node.props?.value?.getService) return node.props.value;
    for (const child of node.__k || []) {
      const found = walk(child);
      if (found) return found;
    }
    return null;
  };
  const form = walk(container()?.__k);
  return form && form.getService('form')._getSubmitData();
}

// ---- saying so

function say(words, warns, ...buttons) {
  const form = container();
  if (!form || !open) return;
  open.note?.remove();
  open.note = part('div', null, 'cg-draft' + (warns ? ' cg-warns' : ''));
  open.note.setAttribute('role', 'status');
  open.note.append(typeof words === 'string' ? part('p', words) : words, ...buttons);
  form.parentElement.insertBefore(open.note, form);
}

function ask(words, stay, leave, leaving) {
  const dialog = part('dialog', null, 'cg-ask');
  const close = deed => () => { dialog.close(); dialog.remove(); deed?.(); };
  dialog.append(part('p', words), button(stay, close(), 'cg-first'), button(leave, close(leaving)));
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
}

function moment(at) {
  const then = new Date(at);
  const time = String(then.getHours()).padStart(2, '0') + ':' + String(then.getMinutes()).padStart(2, '0');
  const today = new Date();
  return then.toDateString() === today.toDateString() ? time + ' today'
    : time + ' on ' + then.getDate() + ' ' + then.toLocaleDateString('en', { month: 'short' }) + ' ' + then.getFullYear();
}

function isBack(kept) {
  const afresh = () => ask('Your draft will be thrown away, and the form starts as it was first.', 'Keep my draft', 'Start afresh',
    async () => { await throwAway(); location.reload(); });
  if (kept.aside.length === 0 && kept.nr === 1 && /[?&]filledIn=/.test(location.hash)) {
    say('The partnership you came from is filled in. Nothing is sent yet.');
    return;
  }
  if (kept.aside.length === 0) {
    say(`Your draft from ${moment(kept.at)} is back.`, false, button('Start afresh', afresh));
    return;
  }
  const aside = part('details');
  const list = part('dl');
  aside.open = true;
  aside.append(part('summary', 'Your words, to read and copy'), list);
  kept.aside.forEach(one => list.append(part('dt', (one.within ? one.within + ' · ' : '') + one.question), part('dd', one.words)));
  say(`What this step asks about has changed since your draft from ${moment(kept.at)}. Your words lie here beside the form; they are not sent.`,
    true, aside, button('Throw them away', async () => { await throwAway(); open?.note?.remove(); }));
}

// ---- keeping

async function call(method, task, query, body) {
  return fetch(`${house}/drafts/${task}${query}`, { method, credentials: 'same-origin', keepalive: !!body && body.length < 60000,
    headers: { 'Content-Type': 'application/json', ...(open?.token || {}) }, body });
}

async function look(task) {
  const mine = open = { task, keeps: false, nr: 0, token: {}, dirty: false };
  try {
    const answer = await call('GET', task, '');
    if (!answer.ok || open !== mine) return;
    const kept = await answer.json();
    Object.assign(mine, { keeps: kept.keeps, nr: kept.nr, token: kept.token });
    if (kept.nr > 0) isBack(kept);
    if (mine.dirty) later();
  } catch (offline) {
    // Asked again when the form is opened again; leaving is warned of meanwhile.
  }
}

async function throwAway() {
  if (!open) return;
  clearTimeout(open.timer);
  await open.saving;
  await call('DELETE', open.task, '').catch(() => null);
  Object.assign(open, { nr: 0, dirty: false });
}

function later(wait = QUIET) {
  clearTimeout(open.timer);
  open.timer = setTimeout(save, wait);
}

/** One after the other: each save tells which one it has seen. */
function save() {
  const mine = open;
  if (!mine || !mine.keeps || !mine.dirty || mine.stopped || !container()) return Promise.resolve();
  mine.saving = Promise.resolve(mine.saving).then(() => put(mine));
  return mine.saving;
}

async function put(mine) {
  if (open !== mine || !mine.dirty || mine.stopped) return;
  const data = answers();
  if (!data) return;
  mine.dirty = false;
  try {
    let answer = await call('PUT', mine.task, '?seen=' + mine.nr, JSON.stringify(data));
    if (answer.status === 403) {
      // Somebody logged in anew in another tab: the token is another one now.
      mine.token = (await (await call('GET', mine.task, '')).json()).token;
      answer = await call('PUT', mine.task, '?seen=' + mine.nr, JSON.stringify(data));
    }
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) {
      mine.nr = told.nr;
      if (mine.warned) { mine.warned = false; say('Your draft is kept again.'); }
      return;
    }
    mine.dirty = true;
    if (open !== mine) return;
    if (answer.status === 409) {
      mine.stopped = true;
      say(told.message, true, button('Show the other one', () => { mine.dirty = false; location.reload(); }),
        button('Keep this one', async () => {
          const other = await (await call('GET', mine.task, '')).json();
          Object.assign(mine, { nr: other.nr, stopped: false });
          mine.note?.remove();
          later(0);
        }));
    } else {
      mine.warned = true;
      say(told.message || 'Your draft could not be kept. Please keep this window open.', true);
    }
  } catch (offline) {
    mine.dirty = true;
    if (open !== mine) return;
    if (!mine.warned) say('There is no connection just now, so your draft is not kept yet. Please keep this window open.', true);
    mine.warned = true;
    later(5000);
  }
}

// ---- hearing

function typed(event) {
  if (!event.isTrusted || !open || !event.target.closest?.('.task-details .fjs-form')) return;
  open.dirty = true;
  if (open.keeps && !open.stopped) later();
}
// On the window: what is typed into numbers is held back from the document until it is read.
['input', 'change'].forEach(kind => addEventListener(kind, typed, true));
// What is chosen from a list, a calendar or a row's button is a click only.
document.addEventListener('click', event => {
  if (event.target.closest?.('.fjs-dropdownlist-item, .fjs-repeat-render-add, .fjs-repeat-row-remove, .fjs-taglist-tag-remove, .fjs-select-cross, .flatpickr-day')
      && event.isTrusted && open && container()) {
    open.dirty = true;
    if (open.keeps && !open.stopped) later();
  }
}, true);
addEventListener('pagehide', () => { save(); });

document.addEventListener('click', event => {
  const target = event.target.closest?.(AWAY);
  if (!target || !open?.dirty || !container() || target.closest('[target=_blank]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const mine = open;
  const leave = () => { mine.dirty = false; target.click(); };
  clearTimeout(mine.timer);
  Promise.race([save(), new Promise(done => setTimeout(done, 1500))]).then(() => {
    if (!mine.dirty) leave();
    else ask('What you have written here is not kept. If you go on, it is lost.', 'Stay here', 'Leave it', leave);
  });
}, true);

// What is sent is no draft any more: a save that is under way ends before the form goes off.
const opening = XMLHttpRequest.prototype.open;
const sending = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.open = function (method, url, ...more) {
  this.cgSends = String(method).toUpperCase() === 'POST' && SENDS.test(String(url).split('?')[0]);
  return opening.call(this, method, url, ...more);
};
XMLHttpRequest.prototype.send = function (body) {
  const mine = open;
  if (!this.cgSends || !mine || !container()) return sending.call(this, body);
  clearTimeout(mine.timer);
  const before = { dirty: mine.dirty, stopped: mine.stopped };
  mine.stopped = true;
  this.addEventListener('loadend', () => {
    if (this.status >= 200 && this.status < 300) {
      mine.dirty = false;
    } else if (this.status !== 404) {
      // Refused: what was typed is still there, and is kept on.
      Object.assign(mine, before);
      if (before.dirty && open === mine && mine.keeps && !mine.stopped) later();
    } else {
      mine.dirty = true;
    }
  });
  Promise.resolve(mine.saving).finally(() => sending.call(this, body));
};

// A form is there or another one: its task is asked for what is kept.
let form = null;
new MutationObserver(() => {
  const shown = container();
  if (shown === form) return;
  form = shown;
  const task = taskOf();
  if (shown && task) look(task);
  else if (open) { clearTimeout(open.timer); open = null; }
}).observe(document.body, { childList: true, subtree: true });
