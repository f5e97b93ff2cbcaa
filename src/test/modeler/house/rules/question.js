const is = require('../is');

/** A gateway with several ways out is a question; each way is an answer, and one is taken when no other fits. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'ExclusiveGateway', 'InclusiveGateway') || !(node.outgoing?.length > 1)) {
      return;
    }
    if (!node.name?.trim().endsWith('?')) {
      reporter.report(node.id, 'label it with a question', ['name']);
    }
    if (!node.default) {
      reporter.report(node.id, 'mark the way that is taken when no other answer fits', ['default']);
    }
    for (const way of node.outgoing) {
      if (!way.name?.trim()) {
        reporter.report(way.id, 'write the answer on it', ['name']);
      }
    }
  }
});
