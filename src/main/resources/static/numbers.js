// Numbers are read as people write and paste them: 1,200,000 and 12,00,000, 1.234,56 and 1 234,56, in any digits. What can be read in
// two ways is asked about, and never becomes another number.

import { beforeSending, say, takeBack } from './mistakes.js';

const MOST_DIGITS = 15;   // more of them a browser cannot keep
const DRAWN = 30;         // milliseconds until the renderer has heard of a number

/** The same text with 0 to 9 for the digits of all scripts. */
export function latinDigits(text) {
  return text.replace(/\p{Nd}/gu, digit => {
    // Every script has its ten digits side by side, from zero on.
    let zero = digit.codePointAt(0);
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return (digit.codePointAt(0) - zero) % 10;
  });
}

/** In threes, or as in India. */
const grouped = mark => new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$|^\\d{1,2}(\\${mark}\\d\\d)+\\${mark}\\d{3}$`);

/** The number as {value}, or the {complaint} that is said of it. */
export function readNumber(typed, decimals) {
  const text = latinDigits(typed).replace(/[\u200e\u200f\u061c]/g, '').trim()
    .replace(/[\s’']/g, ' ').replace(/٬/g, ' ').replace(/٫/g, '.').replace(/^[-−]\s?/, '-').replace(/^\+/, '');
  const quoted = `“${typed.trim()}”`;
  const no = { complaint: `${quoted} is not a number. Write it like ${decimals ? '1234.50' : '1234'}, without a unit.` };
  const minus = text.startsWith('-') ? '-' : '';
  const body = text.slice(minus.length);
  const marks = [...new Set(body.replace(/\d/g, ''))];
  if (!/^[\d ]*([.,]?[\d ]+)*$/.test(body) || !/\d/.test(body) || marks.length > 2) return no;

  let point = null;   // the mark before the decimals, if there are any
  if (marks.length === 2) {
    point = body[Math.max(body.lastIndexOf('.'), body.lastIndexOf(','))];
    if (body.indexOf(point) !== body.lastIndexOf(point)) return no;
  } else if (marks.length === 1 && marks[0] !== ' ' && body.indexOf(marks[0]) === body.lastIndexOf(marks[0])) {
    point = marks[0];
    const [whole, part] = body.split(point);
    if (part.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) {
      if (decimals > 0) {
        const asDecimals = part.endsWith('0') ? part.slice(0, 2) : part.padEnd(4, '0');
        const readings = decimals < 3 && !part.endsWith('0') ? `Write ${whole}${part}, or with at most ${decimals} digits after the point.`
          : `Write ${whole}${part} or ${whole}.${asDecimals}.`;
        return { complaint: `${quoted} can be read in two ways. ${readings}` };
      }
      point = null;   // where nothing stands behind a point it can only part thousands
    }
  }
  const [front, behind = ''] = point ? body.split(point) : [body];
  const mark = marks.find(one => one !== point);
  if (mark && front.includes(mark) ? !grouped(mark).test(front) : /\D/.test(front)) return no;
  if (/\D/.test(behind)) return no;
  const whole = front.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0';
  const needed = behind.replace(/0+$/, '');
  if (needed.length > decimals) {
    return { complaint: decimals === 0 ? `${quoted} is not a whole number.`
      : `${quoted} has more than ${decimals} digits behind the point.` };
  }
  if (whole.length + needed.length > MOST_DIGITS) return { complaint: `${quoted} is too large a number.` };
  return { value: minus + whole + (decimals > 0 && behind ? '.' + behind.slice(0, decimals) : '') };
}

// ---- while people type

const NUMBER = '.fjs-form-field-number input.fjs-input';
const raw = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
const numberField = event => event.target.matches?.(NUMBER) && !event.target.readOnly && !event.target.disabled ? event.target : null;
const isHeld = input => Object.hasOwn(input, 'value');
let telling = 0;

/** Until it is read the text is the person’s: the renderer, which would write its own number over it, writes into nothing. */
function hold(input) {
  if (!isHeld(input)) {
    Object.defineProperty(input, 'value', { configurable: true, get() { return raw.get.call(this); }, set() { } });
  }
}

function tell(input, value) {
  telling++;
  delete input.value;
  raw.set.call(input, value);
  const event = new Event('input', { bubbles: true });
  event.cgRead = true;
  input.dispatchEvent(event);
  // The renderer keeps a number to itself for 300 ms, unless its field is left: who presses a button sooner would send the old one.
  setTimeout(() => {
    input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    telling--;
  }, DRAWN);
}

/** Decimals as the form asks for them: the renderer writes them as the step of its arrows, such as 0.01. */
const decimalsOf = input => Math.max(0, Math.round(-Math.log10(Number(input.step) || 1)));

function read(input) {
  if (!isHeld(input)) return;
  const field = input.closest('.fjs-form-field');
  if (!raw.get.call(input).trim()) {
    takeBack(field);
    tell(input, '');
    return;
  }
  const { value, complaint } = readNumber(raw.get.call(input), decimalsOf(input));
  if (complaint) {
    say(field, complaint);
  } else {
    takeBack(field);
    tell(input, value);
  }
}

// Before the renderer hears of it: it lets no comma and no blank pass, and makes “NaN” of what is pasted.
['keypress', 'paste'].forEach(kind => document.addEventListener(kind, event => {
  if (numberField(event)) event.stopImmediatePropagation();
}, true));
document.addEventListener('input', event => {
  if (!numberField(event) || event.cgRead) return;
  event.stopImmediatePropagation();
  hold(event.target);
  takeBack(event.target.closest('.fjs-form-field'));
}, true);
['change', 'blur'].forEach(kind => document.addEventListener(kind, event => { if (numberField(event)) read(event.target); }, true));
document.addEventListener('keydown', event => {
  const input = numberField(event);
  if (!input || !isHeld(input) || event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  // The renderer counts on from what it knows: it has to hear of the text first.
  event.stopImmediatePropagation();
  event.preventDefault();
  read(input);
  const { key, code } = event;
  if (!isHeld(input)) setTimeout(() => input.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true })));
}, true);
// When a row goes the next ones move up, but what we hold would stay in its place, and what is being told would come to the wrong row.
document.addEventListener('click', event => {
  const button = event.target.closest?.('.fjs-repeat-row-remove');
  if (!button) return;
  const list = button.closest('.fjs-form-field-dynamiclist');
  if (telling > 0) {
    event.stopImmediatePropagation();
    setTimeout(() => button.click(), 2 * DRAWN);
    return;
  }
  list.querySelectorAll('.fjs-form-field:has(> .cg-said)').forEach(takeBack);
  list.querySelectorAll(NUMBER).forEach(input => { delete input.value; });
  list.querySelectorAll('.flatpickr-input').forEach(input => input._flatpickr?.setDate(input._flatpickr.selectedDates, false));
}, true);

beforeSending.push(form => {
  form.querySelectorAll(NUMBER).forEach(read);
  return telling > 0 ? 2 * DRAWN : 0;
});
