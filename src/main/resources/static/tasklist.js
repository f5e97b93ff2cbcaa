// What Tasklist leaves out: what is due first comes first, and each task says which partnership it belongs to and who is asked.

const FIRST_DUE = 'sorting=' + encodeURIComponent('[{"sortBy":"dueDate","sortOrder":"asc"}]');

function sortByDueDate() {
  const hash = location.hash || '#/';
  if (/^#\/(\?|$)/.test(hash) && !/[?&]sorting=/.test(hash)) {
    location.replace(hash + (hash.includes('?') ? '&' : '?') + FIRST_DUE);
  }
}

const house = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
const cases = new Map();
const people = new Map();
let asking = false;

function taskOf(item) {
  const link = item.querySelector('h4.task a');
  const found = link && /[?&]task=([\w-]+)/.exec(link.getAttribute('href') || '');
  return found && found[1];
}

function line(kind, text) {
  const element = document.createElement('span');
  element.className = kind;
  element.textContent = text;
  return element;
}

// The signs of our drawings: two circles for partners, a hub for the coordinator, a key for staff.
const SIGNS = {
  PARTNERS: ['A step of partners', 'M1 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0m7 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0'],
  COORDINATOR: ['A step of the coordinator', 'M3 8a7 7 0 1 0 14 0a7 7 0 1 0-14 0m5 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0m1 0h2'],
  STAFF: ['A step of staff', 'M2 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0m8 0h8m-1 0v4m-4-4v3']
};

function sign(acts) {
  const [words, path] = SIGNS[acts];
  const draw = (name, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  };
  const drawing = draw('svg', { class: 'cg-sign', viewBox: '0 0 20 16', role: 'img', 'aria-label': words });
  drawing.append(draw('title', {}), draw('path', { d: path }));
  drawing.firstChild.textContent = words;
  return drawing;
}

function show(item, about) {
  const names = item.querySelector('.names');
  if (!names || names.dataset.cgTask === about.task) return;
  names.querySelectorAll('.cg-about, .cg-case, .cg-for').forEach(old => old.remove());
  names.dataset.cgTask = about.task;
  if (about.about) names.append(line('cg-about', about.about));
  if (about.partnership) names.append(line('cg-case', about.partnership));
  if (about.asked) {
    const asked = line('cg-for', about.asked);
    if (about.acts in SIGNS) asked.prepend(sign(about.acts));
    names.append(asked);
  }
}

function say(place, text) {
  const words = place && [...place.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.nodeValue.trim());
  if (words && text && words.nodeValue.trim() !== text) words.nodeValue = text;
}

// A group or an account that is not for this person to read has no name for them at the open task, but the list knows whom it asks.
function nameGroups() {
  const open = /[?&]task=([\w-]+)/.exec(location.hash);
  const about = open && cases.get(open[1]);
  if (!about) return;
  say(document.querySelector('.task-card .meta .groups a'), about.asked);
}

// Where the platform has only the id of whoever holds a step. By the id, since a colleague may have taken it meanwhile.
function nameHolders() {
  document.querySelectorAll('.task-card li.assignee span, li.task h5.assignee').forEach(place => {
    if (place.childElementCount === 0 && people.has(place.textContent.trim())) say(place, people.get(place.textContent.trim()));
  });
}

// Whoever opens a step that nobody has is told so where the form begins, and takes it there; who only looks on reads whom it waits for.
function offerStep() {
  const claim = document.querySelector('.task-card button.claim');
  const form = document.querySelector('.task-card .form-pane');
  const open = /[?&]task=([\w-]+)/.exec(location.hash);
  const about = open && cases.get(open[1]);
  const said = claim && form && about && about.asked ? open[1] : null;
  const offer = document.querySelector('.cg-take');
  if (offer && offer.dataset.task !== said) offer.remove();
  if (!said || offer && offer.isConnected) return;
  const box = line('cg-take', about.mine ? 'Nobody has this step yet. Take it, and you can fill in the form.' : 'This step waits for ' + about.asked + '.');
  box.dataset.task = said;
  if (about.mine) {
    const take = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-primary', textContent: 'Take it' });
    take.addEventListener('click', () => { take.disabled = true; document.querySelector('.task-card button.claim')?.click(); });
    box.append(take);
  }
  form.prepend(box);
}

// One click from a step to its partnership, which leads back to the step.
function leadHome() {
  const heading = document.querySelector('.task-card h2.task');
  const open = /[?&]task=([\w-]+)/.exec(location.hash);
  const about = open && cases.get(open[1]);
  document.querySelectorAll('.cg-home').forEach(there => {
    if (!about || there.dataset.task !== about.task) there.remove();
  });
  if (!heading || !about || !about.number || heading.parentElement.querySelector('.cg-home')) return;
  const link = Object.assign(document.createElement('a'), { className: 'cg-home', href: house + '/partnerships/' + about.number,
    textContent: about.partnership });
  link.dataset.task = about.task;
  const ask = Object.assign(document.createElement('a'), { className: 'cg-home', textContent: 'Ask a question',
    href: house + '/partnerships/' + about.number + '/questions?step=' + about.task });
  ask.dataset.task = about.task;
  heading.after(link, ask);
}

// A process is called like its room; whoever starts one wants to know what begins.
let starts;
async function nameStarts() {
  if (!document.querySelector('.modal-body .processes a')) return;
  // Asked once; whoever comes while the answer is on its way waits for it too.
  starts ??= fetch(house + '/starts', { credentials: 'same-origin' }).then(answer => answer.ok ? answer.json() : {})
    .catch(offline => { starts = undefined; return {}; });
  const names = await starts;
  document.querySelectorAll('.modal-body .processes a').forEach(link => {
    say(link, names[link.textContent.trim()]);
    link.dataset.cgNamed = '';
  });
}

async function tellCases() {
  nameGroups();
  nameHolders();
  leadHome();
  const items = [...document.querySelectorAll('ol.tasks-list > li.task')];
  const unknown = new Set();
  items.forEach(item => {
    const task = taskOf(item);
    if (!task) return;
    if (cases.has(task)) show(item, cases.get(task)); else unknown.add(task);
  });
  // What was opened by its address may be in another list than the chosen one.
  const open = /[?&]task=([\w-]+)/.exec(location.hash);
  if (open && !cases.has(open[1])) unknown.add(open[1]);
  if (unknown.size === 0 || asking) return;
  asking = true;
  try {
    const answer = await fetch(house + '/cases?' + [...unknown].map(task => 'task=' + task).join('&'), { credentials: 'same-origin' });
    const told = answer.ok ? await answer.json() : [];
    unknown.forEach(task => cases.set(task, { task }));
    told.forEach(about => {
      cases.set(about.task, about);
      if (about.holder) people.set(about.holder, about.holderName);
    });
  } catch (offline) {
    unknown.clear();
  } finally {
    asking = false;
  }
  if (unknown.size > 0) tellCases();
  leadHome();
}

// The platform’s choice, once made, hears the next click but does not show its list before the form is drawn again. A filled field
// that says its words again makes it do so.
document.addEventListener('mousedown', event => {
  const choice = event.target.closest('.fjs-form-field-select .fjs-input-group:not(.disabled):not(.readonly)');
  const open = () => choice.parentElement.querySelector('.fjs-dropdownlist');
  if (!choice || event.target.closest('.fjs-select-cross') || open()) return;
  setTimeout(() => {
    const filled = [...choice.closest('.fjs-form').querySelectorAll('.fjs-form-field-textfield input, .fjs-form-field-textarea textarea')]
      .find(field => field.value && !field.readOnly && !field.disabled);
    if (filled && !open()) filled.dispatchEvent(new Event('input', { bubbles: true }));
  }, 100);
}, true);

// On a small screen the form stands below the list.
document.addEventListener('click', event => {
  if (event.target.closest('li.task') && matchMedia('(max-width: 842px)').matches) {
    setTimeout(() => document.querySelector('.column-right').scrollIntoView({ block: 'start' }), 300);
  }
});
addEventListener('hashchange', sortByDueDate);
sortByDueDate();
new MutationObserver(() => { tellCases(); offerStep(); nameStarts(); }).observe(document.body, { childList: true, subtree: true });
