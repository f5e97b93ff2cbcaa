// Who acts, seen at a glance: each box of people has the colour of those it is for.
import { readdirSync, readFileSync } from 'node:fs';
import { read } from './lint.mjs';

/** Fills that differ in lightness too, each with a text of strong contrast; the law WhoActs in the code knows the same. */
const PARTNERS = { fill: '#dcebfa', stroke: '#0d4372' };
const COORDINATOR = { fill: '#a3d9b4', stroke: '#14432a' };
const STAFF = { fill: '#db9a3c', stroke: '#331b00' };
const NOBODY = { fill: undefined, stroke: undefined };

/** Id of each box, event and gateway → its colour. */
export async function coloursOf(text, sources) {
  const { elementsById } = await read(text);
  const colours = {};
  for (const [id, element] of Object.entries(elementsById)) {
    if (element.$instanceOf('bpmn:FlowNode')) {
      colours[id] = colourOf(element, sources);
    }
  }
  return colours;
}

function colourOf(element, sources) {
  const form = element.get('camunda:formRef');
  if (element.$type === 'bpmn:UserTask') {
    return colourFor(element.get('camunda:candidateGroups') ?? element.get('camunda:assignee') ?? '');
  }
  return element.$type === 'bpmn:StartEvent' && form ? colourFor(meant(form, sources)) : NOBODY;
}

/** Of several groups the first counts. An expression asks for people of organisations, unless it names others. */
function colourFor(candidates) {
  const first = candidates.startsWith('${') ? candidates : candidates.split(',')[0];
  if (/coordinator|secretariat/i.test(first)) {
    return COORDINATOR;
  }
  return /manager|admin|designer/i.test(first) ? STAFF : PARTNERS;
}

/** Whom the class of this form is for: a start event has no candidates, its class says @For. */
function meant(form, sources) {
  const name = form.split('-').map(word => word[0].toUpperCase() + word.slice(1)).join('') + '.java';
  for (const folder of sources) {
    const file = readdirSync(folder, { recursive: true }).find(path => path.split(/[\\/]/).pop() === name);
    const found = file && /@For\(\{?"([^"]+)"/.exec(readFileSync(`${folder}/${file}`, 'utf8'));
    if (found) {
      return found[1];
    }
  }
  throw new Error(`The form ${form} has no class ${name} that says @For whom it is`);
}
