const is = require('../is');

const LABEL = /^[A-Z][a-z]+( [a-z]+){1,3}$/;
const SAYS_NOTHING = /\b(handle|process|manage|update status|data)\b/i;

/** A box that somebody does says what is done: a verb and an object, in two to four words. */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'UserTask', 'ServiceTask', 'BusinessRuleTask')) {
      return;
    }
    if (!LABEL.test(node.name ?? '')) {
      reporter.report(node.id, 'label it with a verb and an object, two to four words in sentence case', ['name']);
    } else if (SAYS_NOTHING.test(node.name)) {
      reporter.report(node.id, `“${node.name}” says nothing: name what people do`, ['name']);
    }
  }
});
