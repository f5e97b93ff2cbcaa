// Camunda Modeler's own parts in a browser: opens a file and saves it as Modeler would.
import { chromium } from 'playwright-core';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differencesIn, PRECISION } from './pictures.mjs';

const part = path => fileURLToPath(new URL('node_modules/' + path, import.meta.url));
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

const PARTS = {
  bpmn: 'camunda-bpmn-js/dist/camunda-platform-modeler.production.min.js',
  dmn: 'camunda-dmn-js/dist/camunda-platform-modeler.production.min.js',
  form: '@bpmn-io/form-js/dist/form-editor.umd.js',
  picture: 'bpmn-js/dist/bpmn-viewer.production.min.js'
};

/** The pages see no file and no network: they are handed a text and give one back. */
const DESKS = {
  bpmn: { open: openDiagram, extension: JSON.parse(readFileSync(part('modeler-moddle/resources/modeler.json'), 'utf8')) },
  dmn: { open: openDecision, extension: null },
  form: { open: openForm, extension: null }
};

export function kindOf(file) {
  const kind = file.slice(file.lastIndexOf('.') + 1);
  if (!(kind in DESKS)) {
    throw new Error(`${file} is no diagram, decision or form`);
  }
  return kind;
}

/** The browser that people name themselves, or that stands on the path; else where Chrome is usually installed. */
function place() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const places = [process.env.CHROMIUM, ...folders.flatMap(folder => names.map(name => join(folder, name)))];
  const found = places.find(path => path && existsSync(path));
  return found ? { executablePath: found } : { channel: 'chrome' };
}

export class NoBrowser extends Error {
}

export async function withDesk(work) {
  const browser = await chromium.launch({ ...place(), args: FLAGS }).catch(cause => {
    throw new NoBrowser('No Chromium opens, in the variable CHROMIUM or at its usual places.', { cause });
  });
  const pages = {};
  async function pageFor(kind) {
    if (!pages[kind]) {
      pages[kind] = await browser.newPage();
      await pages[kind].setContent('<!doctype html><div id="desk" style="width:1600px;height:1000px"></div>');
      await pages[kind].addScriptTag({ path: part(PARTS[kind]) });
    }
    return pages[kind];
  }
  try {
    return await work({
      /** The text that Modeler would write, after the changes were made in it. */
      async saved(file, text, changes = {}) {
        const kind = kindOf(file);
        const page = await pageFor(kind);
        const { open, extension } = DESKS[kind];
        const { saved, warnings } = await page.evaluate(open, { text, extension, changes });
        if (warnings.length) {
          throw new Error(`${file}: ${warnings.join(' · ')}`);
        }
        return saved;
      },
      /** How a picture of this diagram differs from the one that bpmn-js exports. */
      async compared(text, picture) {
        const page = await pageFor('picture');
        return page.evaluate(differencesIn, { ours: picture, theirs: await page.evaluate(exportDiagram, text), ...PRECISION });
      }
    });
  } finally {
    await browser.close();
  }
}

// What follows runs in the page.

async function openDiagram({ text, extension, changes }) {
  const modeler = new BpmnModeler({ container: '#desk', moddleExtensions: { modeler: extension } });
  try {
    const { warnings } = await modeler.importXML(text);
    if (changes.version) {
      modeler.getDefinitions().set('modeler:executionPlatformVersion', changes.version);
    }
    const registry = modeler.get('elementRegistry');
    for (const [id, colour] of Object.entries(changes.colours ?? {})) {
      const element = registry.get(id);
      const { di } = element;
      if (di.get('bioc:fill') !== colour.fill || di.get('bioc:stroke') !== colour.stroke) {
        modeler.get('modeling').setColor(element, colour);
      }
    }
    const { xml } = await modeler.saveXML({ format: true });
    return { saved: xml, warnings: warnings.map(warning => warning.message) };
  } finally {
    modeler.destroy();
  }
}

async function exportDiagram(text) {
  const viewer = new BpmnJS({ container: '#desk' });
  try {
    await viewer.importXML(text);
    const { svg } = await viewer.saveSVG();
    return svg;
  } finally {
    viewer.destroy();
  }
}

async function openDecision({ text, changes }) {
  const modeler = new DmnModeler({ container: '#desk' });
  try {
    const { warnings } = await modeler.importXML(text);
    if (changes.version) {
      modeler.getDefinitions().set('modeler:executionPlatformVersion', changes.version);
    }
    const { xml } = await modeler.saveXML({ format: true });
    return { saved: xml, warnings: warnings.map(warning => warning.message) };
  } finally {
    modeler.destroy();
  }
}

async function openForm({ text, changes }) {
  const schema = JSON.parse(text);
  const editor = new FormEditor.FormEditor({ container: '#desk', exporter: schema.exporter });
  try {
    const imported = await editor.importSchema(schema);
    const saved = editor.saveSchema();
    if (changes.version) {
      saved.executionPlatformVersion = changes.version;
    }
    return { saved: JSON.stringify(saved, null, 2), warnings: (imported?.warnings ?? []).map(String) };
  } finally {
    editor.destroy();
  }
}
