// Each rule of the house, kept once and broken once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings } from './lint.mjs';

const KEPT = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D" targetNamespace="http://example.org">
  <bpmn:message id="Message_PartnerLeft" name="PartnerLeft" />
  <bpmn:process id="visit" name="Visit" isExecutable="true" camunda:historyTimeToLive="P1D">
    <bpmn:startEvent id="StartEvent_VisitWanted" name="Visit wanted"><bpmn:outgoing>F1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="F1" sourceRef="StartEvent_VisitWanted" targetRef="Each_Partner" />
    <bpmn:subProcess id="Each_Partner" name="Each partner">
      <bpmn:incoming>F1</bpmn:incoming><bpmn:incoming>F5</bpmn:incoming><bpmn:outgoing>F4</bpmn:outgoing>
      <bpmn:multiInstanceLoopCharacteristics camunda:asyncAfter="true" camunda:collection="\${visits.silent(execution)}"
          camunda:elementVariable="party">
        <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">\${rounds.allAnswered(execution)}</bpmn:completionCondition>
      </bpmn:multiInstanceLoopCharacteristics>
      <bpmn:startEvent id="StartEvent_PartnerAsked" name="Partner asked"><bpmn:outgoing>F2</bpmn:outgoing></bpmn:startEvent>
      <bpmn:sequenceFlow id="F2" sourceRef="StartEvent_PartnerAsked" targetRef="Task_ReportVisit" />
      <bpmn:userTask id="Task_ReportVisit" name="Report visit">
        <bpmn:incoming>F2</bpmn:incoming><bpmn:outgoing>F3</bpmn:outgoing>
      </bpmn:userTask>
      <bpmn:sequenceFlow id="F3" sourceRef="Task_ReportVisit" targetRef="EndEvent_VisitReported" />
      <bpmn:endEvent id="EndEvent_VisitReported" name="Visit reported"><bpmn:incoming>F3</bpmn:incoming></bpmn:endEvent>
      <bpmn:boundaryEvent id="BoundaryEvent_PartnerLeft" name="Partner left" attachedToRef="Task_ReportVisit">
        <bpmn:outgoing>F7</bpmn:outgoing>
        <bpmn:messageEventDefinition id="M" messageRef="Message_PartnerLeft" />
      </bpmn:boundaryEvent>
      <bpmn:sequenceFlow id="F7" sourceRef="BoundaryEvent_PartnerLeft" targetRef="EndEvent_NobodyToAsk" />
      <bpmn:endEvent id="EndEvent_NobodyToAsk" name="Nobody to ask"><bpmn:incoming>F7</bpmn:incoming></bpmn:endEvent>
    </bpmn:subProcess>
    <bpmn:sequenceFlow id="F4" sourceRef="Each_Partner" targetRef="Gateway_AnybodyMissing" />
    <bpmn:exclusiveGateway id="Gateway_AnybodyMissing" name="Anybody missing?" default="F6">
      <bpmn:incoming>F4</bpmn:incoming><bpmn:outgoing>F5</bpmn:outgoing><bpmn:outgoing>F6</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="F5" name="yes" sourceRef="Gateway_AnybodyMissing" targetRef="Each_Partner">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${visits.missing(execution)}</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="F6" name="no" sourceRef="Gateway_AnybodyMissing" targetRef="EndEvent_VisitOver" />
    <bpmn:endEvent id="EndEvent_VisitOver" name="Visit over"><bpmn:incoming>F6</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;

/** There is no drawing, which another rule says of every box. */
async function found(text) {
  return (await findings('visit.bpmn', text)).filter(finding => !finding.endsWith('(no-bpmndi)'));
}

test('a diagram that keeps the rules', async () => assert.deepEqual(await found(KEPT), []));

test('one event subprocess hears it for all boxes of a loop', async () => {
  const edge = KEPT.slice(KEPT.indexOf('<bpmn:boundaryEvent'), KEPT.indexOf('</bpmn:boundaryEvent>') + '</bpmn:boundaryEvent>'.length);
  const beside = KEPT.replace(edge, '').replace(/<bpmn:sequenceFlow id="F7"[^]*?<\/bpmn:endEvent>/, `
      <bpmn:subProcess id="Scope_PartnerLeft" name="Partner left" triggeredByEvent="true">
        <bpmn:startEvent id="StartEvent_PartnerLeft" name="Partner left"><bpmn:outgoing>F7</bpmn:outgoing>
          <bpmn:messageEventDefinition id="M" messageRef="Message_PartnerLeft" /></bpmn:startEvent>
        <bpmn:sequenceFlow id="F7" sourceRef="StartEvent_PartnerLeft" targetRef="EndEvent_NobodyToAsk" />
        <bpmn:endEvent id="EndEvent_NobodyToAsk" name="Nobody to ask"><bpmn:incoming>F7</bpmn:incoming></bpmn:endEvent>
      </bpmn:subProcess>`);
  assert.deepEqual(await found(beside), []);
});

const BROKEN = [
  ['name="Report visit"', 'name="Reporting"', 'Task_ReportVisit: label it with a verb and an object, two to four words in sentence case'],
  ['name="Report visit"', 'name="Manage visit"', 'Task_ReportVisit: “Manage visit” says nothing: name what people do'],
  ['name="Report visit"', 'name="Describe visit"', 'Task_ReportVisit: make the id Task_DescribeVisit, like the label'],
  ['name="Visit over"', 'name="Visit done"', 'EndEvent_VisitOver: make the id EndEvent_VisitDone, like the label'],
  ['name="Anybody missing?"', 'name="Anybody missing"', 'Gateway_AnybodyMissing: label it with a question'],
  [' default="F6"', '', 'Gateway_AnybodyMissing: mark the way that is taken when no other answer fits'],
  ['name="no" ', '', 'F6: write the answer on it'],
  ['targetRef="Each_Partner" />', 'targetRef="Gateway_AnybodyMissing" />',
    'Gateway_AnybodyMissing: flows meet here: let them meet at a box or an event'],
  ['camunda:asyncAfter="true" ', '', 'Each_Partner: tick “Asynchronous after” on the multi-instance'],
  ['rounds.allAnswered', 'rounds.over', 'Each_Partner: set the completion condition to ${rounds.allAnswered(execution)}'],
  ['name="Partner left"', 'name="Partner left" cancelActivity="false"',
    'Task_ReportVisit: draw the interrupting message event “Partner left” (PartnerLeft) on its edge'],
  ['name="PartnerLeft"', 'name="PartnerGone"',
    'Task_ReportVisit: draw the interrupting message event “Partner left” (PartnerLeft) on its edge']
];

for (const [old, instead, sentence] of BROKEN) {
  test(`${old} broken`, async () => {
    assert.ok(KEPT.includes(old));
    let text = KEPT.replace(old, instead);
    if (sentence.includes('flows meet')) {
      text = text.replace('<bpmn:incoming>F4</bpmn:incoming>', '<bpmn:incoming>F4</bpmn:incoming><bpmn:incoming>F1</bpmn:incoming>');
    }
    const told = (await found(text)).map(finding => finding.replace(/ \([a-z/-]+\)$/, ''));
    assert.ok(told.includes(sentence), told.join('\n'));
  });
}

test('what leads nowhere is told, but for a scope that is left when it is interrupted', async () => {
  const cut = KEPT.replace(/<bpmn:sequenceFlow id="F6"[^>]*\/>/, '').replace('<bpmn:outgoing>F6</bpmn:outgoing>', '').replace(' default="F6"', '');
  const open = cut.replace(/<bpmn:sequenceFlow id="F4"[^>]*\/>/, '').replace('<bpmn:outgoing>F4</bpmn:outgoing>', '');
  assert.ok((await found(open)).some(finding => finding.includes('Each_Partner') && finding.endsWith('(house/way-out)')));
  const edge = open.replace('<bpmn:exclusiveGateway', `<bpmn:boundaryEvent id="BoundaryEvent_VisitOver" name="Visit over"
      attachedToRef="Each_Partner"><bpmn:outgoing>F8</bpmn:outgoing><bpmn:timerEventDefinition id="T" /></bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="F8" sourceRef="BoundaryEvent_VisitOver" targetRef="EndEvent_VisitOver" /><bpmn:exclusiveGateway`);
  assert.ok(!(await found(edge)).some(finding => finding.includes('Each_Partner') && finding.endsWith('(house/way-out)')));
});
