/** A decision table in DMN: over-limit as the regulation has it, or with one part of the text replaced. */
export function overLimitTable(replace = '', by = ''): string {
  const rows = [
    rule('operations', '-', '"operations"', '-', 'false', 'null'),
    rule(
      'largeOver',
      '>= 1000',
      'not("operations")',
      '"infrastructure","integration"',
      'true',
      '1000',
    ),
    rule(
      'largeUnder',
      '< 1000',
      'not("operations")',
      '"infrastructure","integration"',
      'false',
      '1000',
    ),
    rule('otherOver', '>= 500', 'not("operations")', '"other"', 'true', '500'),
    rule('otherUnder', '< 500', 'not("operations")', '"other"', 'false', '500'),
  ].join('');
  const source = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="Definitions" name="限额" namespace="urn:test">
    <decision id="over-limit" name="限额判定">
      <decisionTable id="DecisionTable" hitPolicy="UNIQUE">
        ${input('investment', '投资额', 'number')}${input('kind', '类别', 'string')}${input('category', '内容', 'string')}
        ${output('overLimit', '限额以上', 'boolean')}${output('threshold', '限额', 'number')}${output('basis', '依据', 'string')}
        ${rows}
      </decisionTable>
    </decision>
  </definitions>`;
  if (!source.includes(replace)) throw new Error(`the table has no ${replace}`);
  return source.replace(replace, by);
}

function input(name: string, label: string, type: string): string {
  return `<input id="Input_${name}" label="${label}"><inputExpression id="InputExpression_${name}" typeRef="${type}"><text>${name}</text></inputExpression></input>`;
}

function output(name: string, label: string, type: string): string {
  return `<output id="Output_${name}" label="${label}" name="${name}" typeRef="${type}" />`;
}

function rule(name: string, ...[investment, kind, category, over, threshold]: string[]): string {
  const tests = [investment, kind, category].map(
    (text, index) =>
      `<inputEntry id="Test_${name}_${index}"><text>${escaped(text)}</text></inputEntry>`,
  );
  const values = [over, threshold, '"第四十二条"'].map(
    (text, index) =>
      `<outputEntry id="Value_${name}_${index}"><text>${escaped(text)}</text></outputEntry>`,
  );
  return `<rule id="Rule_${name}"><description>第四十二条：${name}</description>${tests.join('')}${values.join('')}</rule>`;
}

function escaped(text = ''): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
