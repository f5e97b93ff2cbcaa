// Looks at diagrams, decisions and forms as Camunda Modeler does. See CONTRIBUTING.md.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coloursOf } from './colours.mjs';
import { kindOf, NoBrowser, withDesk } from './desk.mjs';
import { findings } from './lint.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const FOLDERS = ['processes', 'forms', 'src/test/resources/processes', 'src/test/resources/forms'];
const SOURCES = ['src/main/java', 'src/test/java'].map(folder => join(ROOT, folder));
/** Where the tests put what we draw ourselves. */
const PICTURES = join(ROOT, 'target/pictures');
/** The newest that Modeler and its linters know of each. */
const VERSIONS = { bpmn: '7.24.0', dmn: '7.24.0', form: '7.22.0' };

const COMMANDS = {
  check: ['names each file that Modeler would write otherwise', check],
  compare: ['names what our own pictures of diagrams, in target/pictures, draw otherwise than bpmn-js', files =>
    compare(files.filter(file => kindOf(file) === 'bpmn'))],
  lint: ['names what bpmnlint and the linter of forms find', lint],
  write: ['writes each file as Modeler does', files => rewrite(files, () => ({}))],
  stamp: ['writes each file as Modeler does, with the version of Camunda it is for', files =>
    rewrite(files, file => ({ version: VERSIONS[kindOf(file)] }))],
  colour: ['writes each diagram as Modeler does, each box in the colour of who acts', files =>
    rewrite(files.filter(file => kindOf(file) === 'bpmn'), async (file, text) => ({ colours: await coloursOf(text, SOURCES) }))]
};

const [command, ...named] = process.argv.slice(2);
if (!(command in COMMANDS)) {
  const width = Math.max(...Object.keys(COMMANDS).map(name => name.length));
  console.error('node modeler.mjs COMMAND [FILE…]    without files: all that are shipped, and those of the tests\' room');
  Object.entries(COMMANDS).forEach(([name, [what]]) => console.error(`  ${name.padEnd(width)}  ${what}`));
  process.exit(2);
}
const files = named.length ? named.map(file => resolve(file)) : FOLDERS.flatMap(folder => modelsIn(join(ROOT, folder)));
try {
  process.exitCode = await COMMANDS[command][1](files) ? 0 : 1;
} catch (error) {
  if (!(error instanceof NoBrowser)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 3;
}

function modelsIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1).flatMap(entry =>
    entry.isDirectory() ? modelsIn(join(folder, entry.name)) : /\.(bpmn|dmn|form)$/.test(entry.name) ? [join(folder, entry.name)] : []);
}

function shown(file) {
  return relative(process.cwd(), file);
}

async function check(files) {
  let changed = 0;
  await withDesk(async desk => {
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const saved = await desk.saved(file, text);
      if (saved !== text) {
        changed++;
        console.log(difference(file, text, saved));
      }
    }
  });
  console.log(changed ? `Modeler would change ${changed} of ${files.length} files: save them there, or run the command write.`
    : `Modeler would change none of ${files.length} files.`);
  return changed === 0;
}

function difference(file, text, saved) {
  const here = text.split('\n'), there = saved.split('\n');
  const other = new Set(there);
  let first = 0;
  while (here[first] === there[first] && first < here.length) {
    first++;
  }
  const lost = here.filter(line => !other.has(line)).length;
  const lines = (mark, all) => all.slice(first, first + 3).map(line => `  ${mark} ${line}`).join('\n');
  return `${shown(file)}:${first + 1} (about ${lost} lines)\n${lines('-', here)}\n${lines('+', there)}`;
}

async function rewrite(files, changesOf) {
  let written = 0;
  await withDesk(async desk => {
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const saved = await desk.saved(file, text, await changesOf(file, text));
      if (saved !== text) {
        written++;
        writeFileSync(file, saved);
        console.log(`${shown(file)} written`);
      }
    }
  });
  console.log(`${written} of ${files.length} files written.`);
  return true;
}

async function compare(files) {
  let found = 0, compared = 0;
  await withDesk(async desk => {
    for (const file of files) {
      const picture = join(PICTURES, basename(file, '.bpmn') + '.svg');
      const differences = existsSync(picture) ? await desk.compared(readFileSync(file, 'utf8'), readFileSync(picture, 'utf8'))
        : { compared: 0, found: [`there is no picture ${shown(picture)}.`] };
      differences.found.forEach(difference => console.log(`${shown(file)}: ${difference}`));
      found += differences.found.length;
      compared += differences.compared;
    }
  });
  console.log(`Compared ${compared} boxes and arrows of ${files.length} diagrams with those of bpmn-js: ${found || 'no'} differences.`);
  return found === 0;
}

async function lint(files) {
  let found = 0;
  for (const file of files) {
    for (const finding of await findings(file, readFileSync(file, 'utf8'))) {
      found++;
      console.log(`${shown(file)}: ${finding}`);
    }
  }
  console.log(found ? `${found} findings in ${files.length} files.` : `The linters find nothing in ${files.length} files.`);
  return found === 0;
}
