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

function show(item, about) {
  const names = item.querySelector('.names');
  if (!names || names.dataset.cgTask === about.task) return;
  names.querySelectorAll('.cg-about, .cg-case, .cg-for').forEach(old => old.remove());
  names.dataset.cgTask = about.task;
  if (about.about) names.append(line('cg-about', about.about));
  if (about.partnership) names.append(line('cg-case', about.partnership));
  if (about.asked) names.append(line('cg-for', about.asked));
}

// A group in which the person is not has no name for them at the open task, but the list knows whom it asks.
function nameGroups() {
  const groups = document.querySelector('.task-card .meta .groups a');
  const open = /[?&]task=([\w-]+)/.exec(location.hash);
  const about = groups && open && cases.get(open[1]);
  if (about && about.asked && groups.firstChild) groups.firstChild.nodeValue = about.asked;
}

async function tellCases() {
  nameGroups();
  const items = [...document.querySelectorAll('ol.tasks-list > li.task')];
  const unknown = new Set();
  items.forEach(item => {
    const task = taskOf(item);
    if (!task) return;
    if (cases.has(task)) show(item, cases.get(task)); else unknown.add(task);
  });
  if (unknown.size === 0 || asking) return;
  asking = true;
  try {
    const answer = await fetch(house + '/cases?' + [...unknown].map(task => 'task=' + task).join('&'), { credentials: 'same-origin' });
    const told = answer.ok ? await answer.json() : [];
    unknown.forEach(task => cases.set(task, { task }));
    told.forEach(about => cases.set(about.task, about));
  } catch (offline) {
    unknown.clear();
  } finally {
    asking = false;
  }
  if (unknown.size > 0) tellCases();
}

// A form that is not sent shows where: the first mistake may be far above the button.
document.addEventListener('click', event => {
  if (event.target.closest('.fjs-form button[type=submit]')) {
    setTimeout(() => document.querySelector('.fjs-form .fjs-form-field-error')?.scrollIntoView({ block: 'center' }), 200);
  }
});

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
new MutationObserver(tellCases).observe(document.body, { childList: true, subtree: true });
