const is = require('../is');

const flowsOn = node => node.outgoing?.length > 0;
const isInterrupted = scope => (scope.$parent?.flowElements ?? [])
  .some(event => is(event, 'BoundaryEvent') && event.attachedToRef === scope && event.cancelActivity !== false);

/**
 * Everything leads on, to an end at last. A scope that never comes to an end by itself is left by what interrupts it: the work goes on
 * until its term is over.
 */
module.exports = () => ({
  check(node, reporter) {
    const byItself = is(node, 'EndEvent') || is(node, 'SubProcess') && (node.triggeredByEvent || isInterrupted(node));
    if (is(node, 'FlowNode') && !flowsOn(node) && !byItself) {
      reporter.report(node.id, 'leads nowhere: draw what comes next, or the end');
    }
    if (is(node, 'Process') && !(node.flowElements ?? []).some(element => is(element, 'EndEvent'))) {
      reporter.report(node.id, 'never ends: draw the end');
    }
  }
});
