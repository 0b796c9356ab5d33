import { describe, expect, test } from '@jest/globals';
import { formTexts } from '../../../lint/forms/form-texts.ts';
import { checkForm } from './check-form.ts';

describe('form-texts', () => {
  test.each([
    ['no tag', '## 技术评审'],
    ['a display value', '**名称** {{shown.application.projectName}}，{{= shown.projectId }}'],
    ['display values put together', '{{shown.a + "，" + shown.b}}'],
    ['rows of display values', '{{#loop shown.opinions}}{{body}}{{/loop}}'],
    ['the history', '{{#loop history}}{{opinion}}{{/loop}}'],
    ['the clock', '{{clock.text}}'],
    ['a condition over anything', '{{#if application.kind = "service"}}服务类{{/if}}'],
  ])('%s is fine', (_, text) => {
    expect(checkForm(formTexts, [{ id: 'Text_a', type: 'text', text }])).toEqual([]);
  });

  test.each([
    ['what people wrote', '{{application.projectName}}', 'application.projectName'],
    ['an opinion', '{{opinion}}', 'opinion'],
    ['it among display values', '{{shown.a + reason}}', 'shown.a + reason'],
    ['rows of what people wrote', '{{#loop opinions}}{{opinion}}{{/loop}}', 'opinion'],
    ['what is around a row', '{{#loop history}}{{parent.x}}{{/loop}}', 'parent.x'],
    ['it within a condition', '{{#if true}}{{reason}}{{/if}}', 'reason'],
    ['it behind a loop', '{{#loop history}}{{/loop}}{{reason}}', 'reason'],
    ['more of the clock', '{{clock.limit}}', 'clock.limit'],
  ])('%s is found', (_, text, tag) => {
    expect(checkForm(formTexts, [{ id: 'Text_a', type: 'text', text }])).toEqual([
      expect.stringContaining(`Text_a “{{${tag}}}”`),
    ]);
  });
});
