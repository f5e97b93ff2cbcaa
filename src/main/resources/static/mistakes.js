// What is wrong in a form is said where it is: beside its field, by the field's name, and once more above the form after the button was
// pressed. What the house refuses stands in the same place: so it covers nothing, and it leaves together with its form.

/** Whoever reads what is typed, as days.js does, finishes before a form is sent; it says in how many milliseconds the form knows it. */
export const beforeSending = [];

const OWN_BUTTON = '.fjs-form button[type=submit]';
const TASKLISTS_BUTTON = '.form-pane .form-actions .btn-primary, .modal:has(.fjs-form) .modal-footer .btn-primary';
const SUBMISSION = /\/submit-form(\?|$)/;
const UNREACHABLE = 'It could not be sent, because the house cannot be reached. Nothing is lost: what you typed is still here. '
  + 'Please try again in a moment.';
const BROKEN = 'Something went wrong in the house, and nothing was taken. What you typed is still here. Please try again in a moment; '
  + 'if it stays so, tell your coordinator.';

// Tasklist’s renderer says “Field is required.” of any field; these are the words of the house, which its server says too.
const WORDS = [
  [/^Field is required\.$/, field => isChoice(field) ? 'is missing: please choose.' : 'is missing: please fill it in.'],
  [/^Field must have minimum value of (.+)\.$/, (field, least) => `must be at least ${least}.`],
  [/^Field must have maximum value of (.+)\.$/, (field, most) => `must be at most ${most}.`],
  [/^Field must have minimum length of (.+)\.$/, (field, least) => `is too short: please write at least ${least} characters.`],
  [/^Field must have maximum length of (.+)\.$/, (field, most) => `is too long: at most ${most} characters fit.`],
  [/^Value is expected to be an integer\.$/, () => 'takes a whole number.'],
  [/^Value is expected to have at most (\d+) decimal.*$/, (field, most) => `takes at most ${most} digits after the point.`],
  [/^Field must be a valid email\.$/, () => 'is no mail address: it should look like name@example.org.'],
  [/^Field must be a valid +international phone number.*$/, () => 'is no international phone number: it should look like +390657051.'],
  [/^Field must match pattern .*$/, () => 'is not written as this form asks: please look at the hint beneath it.']
];

const isChoice = field => field.matches(
  '.fjs-form-field-radio, .fjs-form-field-checklist, .fjs-form-field-select, .fjs-form-field-taglist');
const labelOf = field => field.querySelector('.fjs-form-field-label, .fjs-inline-label label, legend');

function nameOf(field) {
  const words = titleOf(field);
  return words ? `“${words}”` : 'This answer';
}

/** The part of a long form, and the row of the list in it, that a field stands in, such as “4. Contributions: Payments, no. 2: ”. */
function placeOf(field) {
  const part = field.parentElement.closest('.fjs-form-field-group');
  const list = field.closest('.fjs-form-field-dynamiclist');
  const within = part && !list?.contains(part) ? [titleOf(part)] : [];
  if (list) within.push(rowOf(field, list));
  return within.filter(Boolean).map(name => name + ': ').join('');
}

function rowOf(field, list) {
  const row = field.closest('.fjs-repeat-row-container');
  if (!row) return headBefore(field, list);
  const number = [...row.parentElement.children].filter(one => one.matches('.fjs-repeat-row-container')).indexOf(row) + 1;
  return `${titleOf(list) || 'List'}, no. ${number}`;
}

const titleOf = element => [...(element.querySelector(':scope > label') || labelOf(element))?.childNodes || []]
  .filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.nodeValue).join('').trim();

/** The rows of a list that cannot grow stand in nothing of their own; each begins with a line that says what it is about. */
function headBefore(field, list) {
  const before = [...list.querySelectorAll('.fjs-form-field-html, .fjs-readonly input:not([id*="-Field_Key"])')]
    .filter(head => head.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
  const line = (before?.value ?? before?.querySelector('.title, h4, p')?.textContent ?? titleOf(list)).trim();
  return line.length > 60 ? line.slice(0, 59).trim() + '…' : line;
}

const inputOf = field => field.querySelector('input:not(.numInput), textarea, select, [tabindex="0"]');

/** Says of a field what was not understood; until it is taken back the form is not sent. */
export function say(field, sentence) {
  let said = field.querySelector(':scope > .cg-said');
  if (!said) {
    // The renderer leaves alone what stands last; it would take away a class of its own nodes.
    said = document.createElement('div');
    said.className = 'cg-said';
    said.setAttribute('role', 'alert');
    field.append(said);
  }
  if (said.textContent !== sentence) said.textContent = sentence;
}

export function takeBack(field) {
  field?.querySelector(':scope > .cg-said')?.remove();
}

function nameErrors() {
  document.querySelectorAll('.fjs-form-field-error').forEach(error => {
    const field = error.closest('.fjs-form-field');
    const texts = document.createTreeWalker(error, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      for (const [pattern, words] of WORDS) {
        const found = pattern.exec(text.nodeValue.trim());
        if (found) text.nodeValue = `${nameOf(field)} ${words(field, found[1])}`;
      }
    }
  });
}

/** All that is wrong in a form, from top to bottom. What we said of a field is more exact than what the renderer says of it. */
function mistakesIn(form) {
  return [...form.querySelectorAll('.fjs-form-field')].flatMap(field => {
    const said = field.querySelector(':scope > .cg-said') || field.querySelector(':scope > .fjs-form-field-error');
    return said && said.textContent.trim() ? [{ field, words: said.textContent.trim() }] : [];
  });
}

// ---- the box above the form

let pressed = null;   // the form whose button was pressed, until nothing is wrong in it
let refusal = null;   // what the house said to it, if it said no

function boxOf(form) {
  return form.closest('.fjs-container').parentElement.querySelector(':scope > .cg-mistakes');
}

function element(name, words) {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}

function link({ field, words }) {
  const to = document.createElement('a');
  const input = inputOf(field);
  to.textContent = placeOf(field) + words;
  to.href = '#' + (input ? input.id : '');
  to.addEventListener('click', event => {
    event.preventDefault();   // what stands behind # is Tasklist’s
    field.scrollIntoView({ block: 'center' });
    input?.focus({ preventScroll: true });
  });
  const line = document.createElement('li');
  line.append(to);
  return line;
}

/** Shows what is wrong now: an entry goes when it is mended, and with the last one the box. */
function tell() {
  if (!pressed) return;
  const form = pressed;
  const mistakes = form.isConnected ? mistakesIn(form) : [];
  let box = form.isConnected ? boxOf(form) : null;
  if (mistakes.length === 0 && !refusal) {
    box?.remove();
    pressed = null;
    return;
  }
  const now = JSON.stringify([refusal, mistakes.map(one => placeOf(one.field) + one.words)]);
  if (box && box.dataset.says === now) return;
  const first = !box;
  if (first) {
    box = document.createElement('div');
    box.tabIndex = -1;
    box.setAttribute('role', 'alert');
    form.closest('.fjs-container').before(box);
  }
  box.dataset.says = now;
  const over = refusal?.over;
  box.className = over ? 'cg-mistakes cg-over' : 'cg-mistakes alert alert-danger';
  const heading = over ? 'Before you changed something we said:'
    : refusal ? refusal.heading
      : mistakes.length === 1 ? 'Not yet: something is missing or not right'
        : `Not yet: ${mistakes.length} things are missing or not right`;
  box.replaceChildren(element('strong', heading));
  if (refusal) refusal.words.split('\n').forEach(words => box.append(element('p', words)));
  if (mistakes.length > 0) {
    const list = document.createElement('ul');
    list.append(...mistakes.map(link));
    box.append(list);
  }
  if (first) {
    box.scrollIntoView({ block: 'start' });
    box.focus({ preventScroll: true });
  }
}

function forget() {
  refusal = null;
  if (pressed?.isConnected) boxOf(pressed)?.remove();
  pressed = null;
  // Tasklist’s own notice of the same refusal was hidden meanwhile.
  document.querySelectorAll('.notifications .alert-danger .close').forEach(close => close.click());
}

/** After a press, once the form has drawn what it found. */
function look(form) {
  forget();
  pressed = form;
  setTimeout(() => {
    nameErrors();
    if (pressed === form) tell();
  }, 60);
}

// What the person changes may be what was refused: it is no alarm any more, but can be read until the next press.
document.addEventListener('change', event => {
  if (event.isTrusted && refusal && pressed?.contains(event.target)) {
    refusal.over = true;
    tell();
  }
});

// ---- the button

// A field that is left for the button may say that it is missing, and so move the button from under the pointer: then the browser knows of
// no click. Who let go where the press began meant it.
let held = null;
document.addEventListener('pointerdown', event => {
  const button = event.target.closest?.(`${OWN_BUTTON}, ${TASKLISTS_BUTTON}`);
  held = button && event.button === 0 ? { button, x: event.clientX, y: event.clientY } : null;
  button?.setPointerCapture(event.pointerId);
}, true);
document.addEventListener('pointerup', event => {
  const pressed = held;
  if (!pressed || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 5) return;
  setTimeout(() => {
    if (held === pressed && pressed.button.isConnected) pressed.button.click();
    held = null;
  }, 50);
}, true);
document.addEventListener('click', () => { held = null; }, true);

let sending = false;
const sent = new WeakSet();   // forms that were taken: they stay on the screen for a moment

function press(event) {
  const button = event.target.closest?.(`${OWN_BUTTON}, ${TASKLISTS_BUTTON}`);
  const form = button?.closest('.fjs-form') || button?.closest('.modal, .form-pane').querySelector('.fjs-form');
  if (!form) return;
  const stop = () => { event.stopImmediatePropagation(); event.preventDefault(); };
  if (sending || sent.has(form)) {
    stop();
    return;
  }
  const wait = Math.max(0, ...beforeSending.map(finish => finish(form)));
  if (form.querySelector('.cg-said')) {
    stop();
    look(form);
  } else if (wait > 0) {
    stop();
    setTimeout(() => button.isConnected && button.click(), wait);
  } else if (button.matches(OWN_BUTTON)) {
    look(form);
  } else {
    // Tasklist’s Complete says “Not yet” without a word where something is missing; the form’s own way of sending looks first.
    stop();
    form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    look(form);
  }
}
document.addEventListener('click', press, true);

// Complete turns grey with a mistake, and stays so when the field is hidden instead of mended: the renderer looks at hidden fields only
// when it is sent. So the button stays, looks again when it is pressed, and says what is missing.
function keepComplete() {
  document.querySelectorAll(TASKLISTS_BUTTON).forEach(button => {
    const scope = button.disabled && window.angular?.element(button).scope();
    if (scope && scope.$invalid && !scope.taskRemoved && !scope.completeInProgress && !scope.options?.disableCompleteButton) {
      button.disabled = false;
    }
  });
}

// ---- on its way

function onItsWay(is) {
  sending = is;
  document.documentElement.classList.toggle('cg-sending', is);
}

function refusedWith(request) {
  if (request.status === 0) return UNREACHABLE;
  try {
    return JSON.parse(request.responseText).message || BROKEN;
  } catch (notOurs) {
    return BROKEN;
  }
}

const open = XMLHttpRequest.prototype.open;
const send = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.open = function (method, address, ...more) {
  this.cgSubmits = method === 'POST' && SUBMISSION.test(address);
  return open.call(this, method, address, ...more);
};
XMLHttpRequest.prototype.send = function (...body) {
  if (this.cgSubmits) {
    const form = [...document.querySelectorAll('.fjs-form')].pop();
    onItsWay(true);
    this.addEventListener('loadend', () => {
      onItsWay(false);
      if (!form) return;
      if (this.status >= 200 && this.status < 300) {
        sent.add(form);
      } else if (this.status !== 401) {   // who is logged out is asked to log in
        pressed = form;
        refusal = { heading: this.status === 0 ? 'Not sent' : 'Not yet', words: refusedWith(this) };
        tell();
      }
    });
  }
  return send.apply(this, body);
};

// ---- as the page changes

let shown = null;
let waiting = false;

function changed() {
  waiting = false;
  const form = document.querySelector('.fjs-form');
  if (form && form !== shown) {
    if (shown) forget();   // nothing of the form before stays over this one
    shown = form;
  }
  nameErrors();
  keepComplete();
  tell();
}

new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(changed);   // once for all that is drawn at one go: forms may be long
}).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['disabled'] });
