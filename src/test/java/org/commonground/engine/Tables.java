package org.commonground.engine;

/** Small tables for tests: one input “step”, one output “answer”, one rule. */
final class Tables {

    private Tables() {
    }

    /** @param cell attributes of the cell that answers */
    static String withAnswer(String id, String cell, String answer) {
        return with(id, "", """
                <decisionTable id='table' hitPolicy='FIRST'>
                  <input id='i' label='Step'><inputExpression id='e' typeRef='string'><text>step</text></inputExpression></input>
                  <output id='o' label='Answer' name='answer'/>
                  <rule id='r'><inputEntry id='any'><text></text></inputEntry>
                    <outputEntry id='a' %s><text><![CDATA[%s]]></text></outputEntry></rule>
                </decisionTable>""".formatted(cell, answer));
    }

    /** @param definitions attributes of the whole file */
    static String with(String id, String definitions, String logic) {
        String name = id.substring(0, 1).toUpperCase() + id.substring(1);
        return """
                <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' xmlns:camunda='http://camunda.org/schema/1.0/dmn'
                    id='file' name='File' namespace='https://commonground.org/decisions' %s>
                  <decision id='%s' name='%s' camunda:historyTimeToLive='P1D'>%s</decision>
                </definitions>""".formatted(definitions, id, name, logic);
    }
}
