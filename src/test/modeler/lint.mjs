// What bpmnlint and the linter of forms find, in the words of the linters.
import { buildSync } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);
const { BpmnModdle, FormLinter, Linter, configs, rules } = linters();
const descriptions = {
  camunda: require('camunda-bpmn-moddle/resources/camunda.json'),
  modeler: require('modeler-moddle/resources/modeler.json')
};
const config = JSON.parse(readFileSync(new URL('../../../.bpmnlintrc', import.meta.url), 'utf8'));
const resolver = {
  resolveRule: (pkg, name) => rules[`${pkg}/${name}`] ?? missing(`${pkg}/${name}`),
  resolveConfig: (pkg, name) => configs[pkg][name] ?? missing(`${pkg}/${name}`)
};

/** Their packages are written for bundlers and for newer Nodes: only a bundle of them runs on each. */
function linters() {
  const folders = { 'bpmnlint': 'bpmnlint/rules', 'bpmnlint-plugin-house': 'bpmnlint-plugin-house/rules',
    'bpmnlint-plugin-camunda-compat': 'bpmnlint-plugin-camunda-compat/rules/camunda-platform' };
  const rules = Object.entries(folders).flatMap(([pkg, folder]) => readdirSync(`${here}node_modules/${folder}`)
    .filter(file => file.endsWith('.js')).map(file => `'${pkg}/${file.slice(0, -3)}': require('./node_modules/${folder}/${file}')`));
  const contents = `
    export { BpmnModdle } from 'bpmn-moddle';
    export { FormLinter } from '@camunda/form-linting';
    export { Linter } from 'bpmnlint';
    export const rules = { ${rules.join(', ')} };
    export const configs = {
      'bpmnlint': { recommended: require('bpmnlint/config/recommended') },
      'bpmnlint-plugin-house': require('bpmnlint-plugin-house').configs,
      'bpmnlint-plugin-camunda-compat': require('bpmnlint-plugin-camunda-compat').configs
    };`;
  const { outputFiles } = buildSync({ stdin: { contents, resolveDir: here }, bundle: true, write: false, platform: 'node', format: 'cjs',
    logLevel: 'error' });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require);
  return module.exports;
}

function missing(name) {
  throw new Error(`.bpmnlintrc names ${name}, which is not there`);
}

/** The diagram as linters see it. */
export function read(text) {
  return new BpmnModdle(descriptions).fromXML(text);
}

export async function findings(file, text) {
  if (file.endsWith('.bpmn')) {
    return ofDiagram(text);
  }
  return file.endsWith('.form') ? ofForm(text) : [];
}

async function ofDiagram(text) {
  const { rootElement, warnings } = await read(text);
  // A linter keeps in mind what it has seen, so each diagram has one of its own.
  const found = await new Linter({ config, resolver }).lint(rootElement);
  return [...warnings.map(warning => warning.message), ...Object.entries(found).flatMap(([rule, reports]) =>
    reports.map(report => `${report.id}: ${report.message} (${rule})`))];
}

function ofForm(text) {
  // For information it says of buttons what holds in Camunda 8: the Tasklist of 7 shows them.
  return new FormLinter().lint(JSON.parse(text)).filter(report => report.category !== 'info')
    .map(report => `“${report.label}”: ${report.message}`);
}
