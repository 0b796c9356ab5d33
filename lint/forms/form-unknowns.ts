import { parseExpression } from '@bpmn-io/feelin';
import { expression } from '../../models/feel.ts';
import type { Component } from '../../models/form.ts';
import type { FormRule } from '../rule.ts';
import { isChinese } from '../text.ts';

/** What an unknown value may be called. */
const HONEST = ['—', '未填写', '不详'];

/** No expression of a form states a fact where it knows none: what no branch asks for is not the last one's. */
export const formUnknowns: FormRule = {
  id: 'form-unknowns',
  kind: 'form',
  severity: 'error',
  legal: false,
  check: ({ components }, _, report) => {
    for (const { components: _inside, ...component } of components) {
      for (const feel of expressionsOf(component)) {
        const stated = statedByElse(feel).find((text) => isChinese(text) && !HONEST.includes(text));
        if (stated === undefined) continue;
        report(
          component.id,
          `最后的 else 断言“${stated}”，值不明时也会这样显示。请为每种取值写出条件，else 写“—”，或者改用 shown 的显示值。`,
        );
      }
    }
  },
};

/** Every FEEL text of a component: properties that begin with `=`, and what stands between the braces of texts. */
function expressionsOf(component: Omit<Component, 'components'>): string[] {
  return textsIn(component).flatMap((text) => {
    const whole = expression(text);
    if (whole !== undefined) return [whole];
    return [...text.matchAll(/\{\{=?(?![#/])(.*?)\}\}/gs)].map(([, inside = '']) => inside);
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** The texts that stand in the last `else` of each chain of conditions. */
function statedByElse(feel: string): string[] {
  const stated: string[] = [];
  parseExpression(feel, {}, 'camunda').iterate({
    enter({ name, node }) {
      if (name !== 'IfExpression') return;
      // if · condition · then · value · else · value
      const last = node.lastChild;
      if (last && last.name !== 'IfExpression')
        stated.push(...stringsIn(feel.slice(last.from, last.to)));
    },
  });
  return stated;
}

function stringsIn(feel: string): string[] {
  return [...feel.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text);
}
