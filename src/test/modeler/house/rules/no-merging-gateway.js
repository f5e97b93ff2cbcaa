const is = require('../is');

/** Flows meet at the box or event that they lead to. Only what was begun side by side is waited for, in a parallel gateway. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'ExclusiveGateway', 'InclusiveGateway', 'EventBasedGateway') && node.incoming?.length > 1) {
      reporter.report(node.id, 'flows meet here: let them meet at a box or an event');
    }
  }
});
