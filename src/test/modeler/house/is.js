/** Whether the element is of one of these kinds of BPMN. */
module.exports = (element, ...kinds) => kinds.some(kind => element.$instanceOf && element.$instanceOf('bpmn:' + kind));
