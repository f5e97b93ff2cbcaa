const is = require('../is');

/** Element variables that name an organisation, or one of its parts. */
const PARTS = ['party', 'seat', 'instalment'];
const LABEL = 'Partner left';
const MESSAGE = 'PartnerLeft';
const ASKED = /^\$\{(rounds\.allAnswered|(?!rounds\.)\w+\.\w+)\(execution\)}$/;

/**
 * Whoever leaves while asked is not waited for: each box in a loop over partners hears it, or an event subprocess beside several of them,
 * and the tables say when all have answered.
 */
module.exports = () => ({
  check(node, reporter) {
    const loop = is(node, 'SubProcess') && node.loopCharacteristics;
    if (!loop || !PARTS.includes(loop.get('camunda:elementVariable'))) {
      return;
    }
    if (!loop.get('camunda:asyncAfter')) {
      reporter.report(node.id, 'tick “Asynchronous after” on the multi-instance');
    }
    // A room may ask its own tables, such as whether somebody declined to sign.
    if (!ASKED.test(loop.completionCondition?.body ?? '')) {
      reporter.report(node.id, 'set the completion condition to ${rounds.allAnswered(execution)}');
    }
    const elements = node.flowElements ?? [];
    const heardByAll = elements.some(scope => is(scope, 'SubProcess') && scope.triggeredByEvent
      && scope.flowElements?.some(start => is(start, 'StartEvent') && start.isInterrupting !== false && hears(start)));
    for (const task of elements.filter(element => is(element, 'UserTask'))) {
      const heard = elements.some(event => is(event, 'BoundaryEvent') && event.attachedToRef === task && event.cancelActivity !== false
        && hears(event));
      if (!heard && !heardByAll) {
        reporter.report(task.id, `draw the interrupting message event “${LABEL}” (${MESSAGE}) on its edge`);
      }
    }
  }
});

function hears(event) {
  return event.name === LABEL && event.eventDefinitions?.some(definition => definition.messageRef?.name === MESSAGE);
}
