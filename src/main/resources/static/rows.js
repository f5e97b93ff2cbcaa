// Long forms in Tasklist: a list to jump to a part, parts folded with how they stand, one press for all the rest. Without this script a
// form is only long. A part is a group whose id in the form begins with Field_Fold, or a row of a list; the choice that one press answers
// everywhere has an id that ends with Rest. A folded part keeps its fields where they are, one pixel high, so that they keep their values
// and can be found: whatever focuses or scrolls to one of them unfolds it.

const MANY = 5;
const PART = '.fjs-form-field-group[aria-labelledby*="-Field_Fold"]';
const ROW = '.fjs-repeat-row-container';
const LIST = '.fjs-form-field-dynamiclist';
const FOLDED = '[data-cg-folded]';
const QUESTION = ['textfield', 'textarea', 'number', 'datetime', 'radio', 'checklist', 'select', 'taglist', 'checkbox']
  .map(kind => '.fjs-form-field-' + kind).join();

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text) made.textContent = text;
  return made;
}

function button(className, text, pressed) {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', pressed);
  return made;
}

function write(where, text) {
  if (where.textContent !== text) where.textContent = text;
}

// ---- how a part stands

const questions = part => [...part.querySelectorAll(QUESTION)];

function isAnswered(question) {
  if (question.querySelector('input[type=radio], input[type=checkbox]')) return !!question.querySelector('input:checked');
  if (question.matches('.fjs-form-field-select')) return said(question) !== '';
  return [...question.querySelectorAll('input, textarea')].every(field => field.value.trim() !== '') || !!question.querySelector('.fjs-taglist-tag');
}

/** What is chosen or typed. A choice that can be searched stands in a field, any other beside a hidden one. */
function said(question) {
  const choice = question.querySelector('.fjs-select-display:not(.fjs-select-placeholder)');
  const typed = question.querySelector(question.matches('.fjs-form-field-select') ? 'input.fjs-input' : 'input:not([type=radio]):not([type=checkbox]), textarea');
  return (choice ? choice.textContent : typed ? typed.value : '').trim();
}

/** What was chosen where a part asks for one choice, perhaps with words; empty while it was not, null where a part asks for more. */
function chosen(part) {
  const asked = questions(part).filter(question => !question.matches('.fjs-readonly'));
  const choices = asked.filter(question => question.matches('.fjs-form-field-radio'));
  if (choices.length !== 1 || asked.length > 2) return null;
  return choices[0].querySelector('label:has(input:checked)')?.textContent.trim() ?? '';
}

function standing(part) {
  const missing = questions(part).filter(question => question.querySelector('.fjs-asterix') && !isAnswered(question)).length;
  const choice = chosen(part);
  const open = missing === 0 ? null : missing === 1 && choice === '' ? 'no answer yet' : missing + ' missing';
  return { text: [choice, open].filter(Boolean).join(', ') || 'complete', open: missing > 0, wrong: !!part.querySelector('.fjs-form-field-error') };
}

function nameOf(part, nr) {
  const title = part.querySelector('.title') || (part.matches(PART) && part.querySelector(':scope > label'));
  if (title && title.textContent.trim()) return title.textContent.trim();
  return questions(part).slice(0, 3).map(said).filter(Boolean).join(' · ') || 'Row ' + (nr + 1);
}

// ---- folding

function setFolded(part, folded) {
  part.toggleAttribute('data-cg-folded', folded);
  part.querySelector(':scope > .cg-fold button')?.setAttribute('aria-expanded', String(!folded));
  part.querySelectorAll(':scope > .fjs-vertical-layout, :scope > .fjs-repeat-row-rows').forEach(content => { content.scrollTop = 0; });
}

/** Unfolds whatever hides this element; for whoever is about to show it. */
export function unfold(hidden) {
  for (let part = hidden?.closest?.(FOLDED); part; part = part.parentElement.closest(FOLDED)) setFolded(part, false);
}

function addHead(part) {
  part.dataset.cgPart = '';
  const head = element('div', 'cg-fold');
  const press = button('', '', () => setFolded(part, !part.matches(FOLDED)));
  press.append(element('span', 'cg-name'), element('span', 'cg-standing'));
  head.append(press);
  part.prepend(head);
  setFolded(part, false);
}

// ---- the list

const parts = form => [...form.querySelectorAll(PART + '[data-cg-part]')];

function goTo(form, part) {
  parts(form).forEach(other => setFolded(other, other !== part));
  part.scrollIntoView({ block: 'start' });
  part.querySelector('.cg-fold button').focus({ preventScroll: true });
}

const restOf = part => part.querySelector('.fjs-form-field-radio:has(input[id*="Rest"])');
const unanswered = form => parts(form).map(restOf).filter(choice => choice && !choice.querySelector('input:checked, input:disabled'));
const drawn = () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function answerTheRest(form, told) {
  const count = unanswered(form).length;
  for (let choice = unanswered(form)[0], left = count; choice && left > 0; choice = unanswered(form)[0], left--) {
    choice.querySelector('input').click();
    await drawn();
  }
  write(told, count === 1 ? 'One answer was given. It can still be changed.' : count + ' answers were given. Each can still be changed.');
}

function addList(form) {
  const container = form.closest('.fjs-container');
  const list = element('nav', 'cg-jump');
  list.setAttribute('aria-label', 'Parts of this form');
  const told = element('span', 'cg-told');
  told.setAttribute('role', 'status');
  const rest = element('div', 'cg-rest');
  rest.append(button('cg-press', '', () => answerTheRest(form, told)), element('span', 'cg-hint', 'Answer the exceptions first.'), told);
  list.append(element('strong', ''), element('ol', ''), rest);
  container.before(list);
  return list;
}

function tellList(form, list) {
  const all = parts(form);
  const entries = list.querySelector('ol');
  while (entries.children.length > all.length) entries.lastElementChild.remove();
  while (entries.children.length < all.length) {
    const item = element('li', '');
    item.append(button('', '', () => goTo(form, parts(form)[[...entries.children].indexOf(item)])));
    item.firstChild.append(element('span', 'cg-name'), element('span', 'cg-standing'));
    entries.append(item);
  }
  let open = 0;
  all.forEach((part, nr) => {
    const is = standing(part);
    const entry = entries.children[nr].firstChild;
    if (is.open) open++;
    write(entry.querySelector('.cg-name'), nameOf(part, nr));
    write(entry.querySelector('.cg-standing'), is.wrong ? 'to be mended' : is.open ? '' : is.text);
    entry.className = is.wrong ? 'cg-wrong' : is.open ? 'cg-open' : 'cg-done';
  });
  const done = all.length - open;
  write(list.querySelector('strong'), (open === 0 ? 'All ' + done : done + ' of ' + all.length) + ' are answered');
  const rest = all.map(restOf).find(Boolean);
  const waiting = unanswered(form).length;
  const box = list.querySelector('.cg-rest');
  box.hidden = !rest || !!rest.querySelector('input:disabled');
  const answer = rest?.querySelector('label:has(input)').textContent.trim().replace(/ it$/, '');
  if (rest) write(box.querySelector('.cg-press'), answer + ' all the rest');
  box.querySelector('.cg-press').disabled = waiting === 0;
  box.querySelector('.cg-hint').hidden = waiting === 0;
}

// ---- what is drawn anew is arranged anew

function arrange(all) {
  const fresh = all.filter(part => !part.querySelector(':scope > .cg-fold'));
  const first = fresh.length === all.length;
  fresh.forEach(addHead);
  if (first) {
    const open = all.find(part => standing(part).open) || all[0];
    all.forEach(part => setFolded(part, part !== open));
  }
}

function tellHeads(form) {
  form.querySelectorAll('[data-cg-part]').forEach(part => {
    const head = part.querySelector(':scope > .cg-fold');
    const nr = [...part.parentElement.children].filter(one => one.matches('[data-cg-part]')).indexOf(part);
    const is = standing(part);
    if (!head) return;
    write(head.querySelector('.cg-name'), nameOf(part, nr));
    write(head.querySelector('.cg-standing'), is.wrong ? 'to be mended' : is.text);
    const state = 'cg-fold ' + (is.wrong ? 'cg-wrong' : is.open ? 'cg-open' : 'cg-done');
    if (head.className !== state) head.className = state;
  });
}

function look() {
  asked = false;
  document.querySelectorAll('.cg-jump').forEach(list => { if (!list.parentElement.querySelector(':scope > .fjs-container ' + PART)) list.remove(); });
  document.querySelectorAll('.fjs-form').forEach(form => {
    const marked = [...form.querySelectorAll(PART)];
    if (marked.length >= MANY || parts(form).length > 0) arrange(marked);
    form.querySelectorAll(LIST).forEach(list => {
      const rows = [...list.querySelectorAll(ROW)].filter(row => row.closest(LIST) === list);
      if (rows.length >= MANY || rows.some(row => row.matches('[data-cg-part]'))) arrange(rows);
    });
    tellHeads(form);
    // Others may put something before a form too, so the list need not stand next to it.
    const around = form.closest('.fjs-container').parentElement;
    if (parts(form).length > 0) tellList(form, around.querySelector(':scope > .cg-jump') || addList(form));
  });
}

let asked = false;
function lookSoon() {
  if (!asked) {
    asked = true;
    requestAnimationFrame(look);
  }
}

document.addEventListener('focusin', event => {
  if (!event.target.closest('.cg-fold')) unfold(event.target);
});
document.addEventListener('scroll', event => {
  const part = event.target.closest?.(FOLDED);
  if (!part || event.target.scrollTop === 0) return;
  const wanted = event.target.getBoundingClientRect().top;
  const away = question => {
    const box = question.getBoundingClientRect();
    return Math.abs((box.top + box.bottom) / 2 - wanted);
  };
  const near = questions(part).sort((one, other) => away(one) - away(other))[0];
  unfold(part);
  (event.target.contains(document.activeElement) ? document.activeElement : near)?.scrollIntoView({ block: 'center' });
}, true);
['input', 'change', 'click'].forEach(kind => document.addEventListener(kind, lookSoon));
new MutationObserver(lookSoon).observe(document.body, { childList: true, subtree: true });
