const is = require('../is');

const PREFIXES = [['Task', 'Task_'], ['StartEvent', 'StartEvent_'], ['EndEvent', 'EndEvent_'], ['BoundaryEvent', 'BoundaryEvent_'],
  ['IntermediateCatchEvent', 'Event_'], ['IntermediateThrowEvent', 'Event_']];

/** The label is the stem of the id; of events and gateways that stand twice, the id goes on after it. */
module.exports = () => ({
  check(node, reporter) {
    const prefix = is(node, 'Gateway') && node.outgoing?.length > 1 ? 'Gateway_' : PREFIXES.find(([kind]) => is(node, kind))?.[1];
    if (!prefix || !node.name?.trim()) {
      return;
    }
    const id = prefix + camel(node.name);
    if (prefix === 'Task_' ? node.id !== id : !node.id.startsWith(id)) {
      reporter.report(node.id, `make the id ${id}, like the label`, ['id']);
    }
  }
});

function camel(label) {
  const words = label.replace(/[^A-Za-z0-9\s-]/g, '').split(/[\s-]+/).filter(word => word);
  return words.map(word => word[0].toUpperCase() + word.slice(1)).join('');
}
