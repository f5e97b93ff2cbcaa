// Days are read as people write them, in any order that can be meant, and shown in the one way that nobody can misread: 31 Mar 2027.

import { beforeSending, say, takeBack } from './mistakes.js';
import { latinDigits } from './numbers.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LIKE_THIS = 'Write it like 31 Mar 2027 or 2027-03-31.';
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

// The renderer reads 2027-03-31 as midnight in Greenwich, which is the day before in the west; and because it then hands on what it has
// read, a day runs backwards while the form is open. Nobody else in the page reads such texts.
const parsedElsewhere = Date.parse;
Date.parse = text => {
  const day = typeof text === 'string' && /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return day ? new Date(+day[1], day[2] - 1, +day[3]).getTime() : parsedElsewhere(text);
};

/** Whether people who use this browser write the day before the month. */
const dayFirst = (() => {
  const order = new Intl.DateTimeFormat(undefined, { calendar: 'gregory', day: 'numeric', month: 'numeric', year: 'numeric' })
    .formatToParts(new Date()).map(part => part.type);
  return order.indexOf('day') < order.indexOf('month');
})();

/** The names of the months in English and in the language of the browser, long and short. */
const named = new Map();
['en', undefined].forEach(language => ['long', 'short'].forEach(length => {
  const format = new Intl.DateTimeFormat(language, { calendar: 'gregory', month: length, day: 'numeric' });
  MONTHS.forEach((english, month) => format.formatToParts(new Date(2027, month, 1)).filter(part => part.type === 'month')
    .forEach(part => named.set(plain(part.value), month)));
}));
named.set('sept', 8);

function plain(word) {
  return word.toLowerCase().replace(/\./g, '');
}

/** The day itself, or nothing: what no calendar has would roll over into the next month. */
function build(year, month, day) {
  const built = new Date(year, month, day);
  return year >= FIRST_YEAR && year <= LAST_YEAR && built.getMonth() === month && built.getDate() === day ? built : undefined;
}

export function readDay(typed) {
  const text = latinDigits(String(typed)).replace(/[\u200e\u200f\u061c]/g, '').replace(/\s+/g, ' ').trim();
  let found = /^(\d{4}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{1,2})\.?$/.exec(text);
  if (found) return build(+found[1], found[2] - 1, +found[3]);
  found = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4})\.?$/.exec(text);
  if (found) {
    const [one, two, year] = [+found[1], +found[2], +found[3]];
    const asHere = dayFirst ? build(year, two - 1, one) : build(year, one - 1, two);
    return asHere || (dayFirst ? build(year, one - 1, two) : build(year, two - 1, one));
  }
  found = /^(\d{1,2})(?:st|nd|rd|th|\.)?[-/, ]*([\p{L}\p{M}]+)[-/,. ]*(\d{4})$/iu.exec(text);
  const [day, word, year] = found ? [found[1], found[2], found[3]]
    : (found = /^([\p{L}\p{M}]+)\.? ?(\d{1,2})(?:st|nd|rd|th)?(?:,| ) ?(\d{4})$/iu.exec(text)) ? [found[2], found[1], found[3]] : [];
  return word && named.has(plain(word)) ? build(+year, named.get(plain(word)), +day) : undefined;
}

const two = number => String(number).padStart(2, '0');
const iso = day => `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
const inWords = day => `${day.getDate()} ${MONTHS[day.getMonth()]} ${day.getFullYear()}`;

// The calendar takes its reader and writer from a plugin only. On a phone it would put a field of its own over this one, which the
// renderer knows nothing of: prefilled days were blank there.
function mendCalendars() {
  if (!window.flatpickr || window.flatpickr.cgMended) return;
  window.flatpickr.cgMended = true;
  const reading = { parseDate: text => readDay(text), formatDate: (day, format) => format === 'Y-m-d' ? iso(day) : inWords(day) };
  window.flatpickr.setDefaults({ plugins: [picker => {
    picker.isMobile = false;
    return reading;
  }] });
}

// ---- while people type

const DAY = '.fjs-form-field-datetime .flatpickr-input';
const fieldOf = input => input.closest('.fjs-form-field');

function today() {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

/** What is to be said of the text in a field; nothing, if it can be taken. */
function complaint(input) {
  const text = input.value.trim();
  if (!text) return null;
  const day = readDay(text);
  if (!day) return `“${text}” is not a day. ${LIKE_THIS}`;
  const least = input._flatpickr?.config.minDate;
  return least && least.getFullYear() > FIRST_YEAR && day < today() ? `${inWords(day)} is over. Please choose a day from today on.` : null;
}

/** Whether it can be taken; if not, it stays as it was typed, and a sentence says why. */
function check(input) {
  if (input.readOnly || input.disabled) return true;
  const words = complaint(input);
  if (words) {
    input._flatpickr?.close();   // else the calendar would empty the field
    say(fieldOf(input), words);
  } else {
    takeBack(fieldOf(input));
  }
  return !words;
}

let tabbing = false;
const dayField = event => event.target.matches?.(DAY) ? event.target : null;

// Before the renderer and the calendar hear of it: they would put another day or nothing in the place of what they do not know.
['blur', 'focusout'].forEach(kind => window.addEventListener(kind, event => {
  if (!dayField(event) || event.target._flatpickr?.calendarContainer.contains(event.relatedTarget)) return;
  if (!check(event.target)) event.stopImmediatePropagation();
}, true));
window.addEventListener('keydown', event => {
  if (!event.isTrusted) return;   // the renderer presses Enter by itself
  tabbing = event.key === 'Tab';
  if (!dayField(event) || event.key !== 'Tab' && event.key !== 'Enter') return;
  if (!check(event.target) && event.key === 'Enter') {
    event.stopImmediatePropagation();
    event.preventDefault();
  }
  // Else the next Tab leads into the calendar.
  if (event.key === 'Tab') event.target._flatpickr?.close();
}, true);
window.addEventListener('mousedown', event => {
  tabbing = false;
  const typing = document.activeElement;
  if (typing?.matches?.(DAY) && !typing.closest('.flatpickr-wrapper').contains(event.target)) check(typing);
}, true);
// Whoever comes by Tab goes on typing: the calendar, which lies over the next fields, opens with the arrow or a click.
['focus', 'focusin'].forEach(kind => window.addEventListener(kind, event => {
  if (tabbing && dayField(event)) event.stopImmediatePropagation();
}, true));
// Each letter and each day chosen in the calendar ends what was said before. Whoever types needs no calendar over the next fields.
document.addEventListener('input', event => {
  if (!dayField(event) || !event.isTrusted) return;
  takeBack(fieldOf(event.target));
  event.target._flatpickr?.close();
}, true);
document.addEventListener('change', event => { if (dayField(event) && !complaint(event.target)) takeBack(fieldOf(event.target)); });

beforeSending.push(form => {
  const typing = document.activeElement;
  if (typing?.matches?.(DAY) && form.contains(typing)) typing.blur();
  return 0;
});

function asPeopleWrite() {
  mendCalendars();
  document.querySelectorAll(DAY).forEach(input => {
    if (input.placeholder !== 'Such as 31 Mar 2027') input.placeholder = 'Such as 31 Mar 2027';
  });
}
asPeopleWrite();
new MutationObserver(asPeopleWrite).observe(document.body, { childList: true, subtree: true });
