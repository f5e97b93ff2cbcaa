const is = require('../is');

const LABEL = 'Partner left';
const MESSAGE = 'PartnerLeft';

/** Whoever leaves while asked is not waited for: each box in a loop over partners hears it, and the tables say when all have answered. */
module.exports = () => ({
  check(node, reporter) {
    const loop = is(node, 'SubProcess') && node.loopCharacteristics;
    if (!loop || loop.get('camunda:elementVariable') !== 'party') {
      return;
    }
    if (!loop.get('camunda:asyncAfter')) {
      reporter.report(node.id, 'tick “Asynchronous after” on the multi-instance');
    }
    if (loop.completionCondition?.body !== '${rounds.allAnswered(execution)}') {
      reporter.report(node.id, 'set the completion condition to ${rounds.allAnswered(execution)}');
    }
    const elements = node.flowElements ?? [];
    for (const task of elements.filter(element => is(element, 'UserTask'))) {
      const heard = elements.some(event => is(event, 'BoundaryEvent') && event.attachedToRef === task && event.cancelActivity !== false
        && event.name === LABEL && event.eventDefinitions?.some(definition => definition.messageRef?.name === MESSAGE));
      if (!heard) {
        reporter.report(task.id, `draw the interrupting message event “${LABEL}” (${MESSAGE}) on its edge`);
      }
    }
  }
});
