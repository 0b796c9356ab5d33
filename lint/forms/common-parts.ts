import { LISTS_OF_NAMES } from '../../law/directory/choices.ts';
import type { Part } from '../../models/model-index.ts';
import { optionsFrom, partAt } from '../../models/parts.ts';
import type { FormRule } from '../rule.ts';
import { listed } from '../text.ts';

/** What forms share stands once, in `common/parts/`; whom they let people choose is filled in from the organisation. */
export const commonParts: FormRule = {
  id: 'common-parts',
  kind: 'form',
  severity: 'error',
  legal: false,
  check: ({ components }, { models: { parts } }, report) => {
    for (const component of components) {
      const { id } = component;
      const list = optionsFrom(component);
      if (list !== undefined && !LISTS_OF_NAMES.includes(list)) {
        report(id, `没有名单“${list}”，optionsFrom 请改为：${listed([...LISTS_OF_NAMES])}。`);
      }
      const name = partAt(component);
      if (name === undefined) {
        const copied = parts.find(
          (part) => component.part === undefined && isCopy(component, part),
        );
        if (copied) {
          report(
            id,
            `这里是公共部分“${copied.name}”的复制件，请删去，换成引用该公共部分的空分组。`,
          );
        }
        continue;
      }
      const part = parts.find((one) => one.name === name);
      if (!part) report(id, `没有公共部分“${name}”，请改正属性 part，或者删去这个分组。`);
      else if (contentOf(component) !== contentOf(part.components[0])) {
        report(id, `公共部分“${name}”的位置上另有内容，不会随公共部分更新，请清空这个分组。`);
      }
    }
  },
};

function isCopy(component: { id?: string | undefined }, { components: [part] }: Part): boolean {
  return (
    part !== undefined && (component.id === part.id || contentOf(component) === contentOf(part))
  );
}

/** What a component says, but for its place in the form, its mark, and what reading has put to it. */
function contentOf(component: object | undefined): string {
  const apart = ['layout', 'properties', 'target', 'variable', 'part'];
  const content = Object.entries(component ?? {}).filter(([name]) => !apart.includes(name));
  return JSON.stringify(Object.fromEntries(content));
}
