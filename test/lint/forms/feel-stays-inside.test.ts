import { describe, expect, test } from '@jest/globals';
import { feelStaysInside } from '../../../lint/forms/feel-stays-inside.ts';
import { checkForm } from './check-form.ts';

const EXTERNAL = 'function(x) external { java: {} }';

describe('feel-stays-inside', () => {
  test.each([
    ['valid', { conditional: { hide: '=outcome != "approve"' } }, []],
    ['a text that is no expression', { label: EXTERNAL }, []],
    ['in a condition', { conditional: { hide: `=${EXTERNAL}` } }, ['其中定义了外部函数']],
    ['in a text', { text: `共 {{${EXTERNAL}}} 项` }, ['其中定义了外部函数']],
    ['in an option', { values: [{ label: '=java.lang.Math', value: 'a' }] }, ['Java 的名称']],
  ])('%s', (_, properties, expected) => {
    const found = checkForm(feelStaysInside, [{ id: 'Field_a', type: 'text', ...properties }]);
    expect(found).toEqual(
      expected.map((message) => expect.stringMatching(new RegExp(`^Field_a .*${message}`))),
    );
  });
});
