import { articleProblem } from '../../law/article.ts';
import { is } from '../../models/element.ts';
import { constantOf } from '../../models/feel.ts';
import { input } from '../../models/zeebe.ts';
import type { DiagramRule } from '../rule.ts';

/** Whatever cites an article, above all every user task, cites one that exists in the regulation. */
export const articleNamed: DiagramRule = {
  id: 'article-named',
  kind: 'diagram',
  severity: 'error',
  legal: true,
  check: ({ regulation }) => ({
    check(element, { report }) {
      const source = is(element, 'bpmn:FlowNode') ? input(element, 'article') : undefined;
      if (source === undefined) {
        if (is(element, 'bpmn:UserTask'))
          report(element.id, '请用输入参数 article 写明依据的条文。');
        return;
      }
      const article = constantOf(source);
      if (typeof article !== 'string') {
        report(element.id, `条文 article 应直接写明，如 ="第二十五条第二项"，现为“${source}”。`);
        return;
      }
      const problem = articleProblem(article, regulation);
      if (problem) report(element.id, `条文有误：${problem}。`);
    },
  }),
};
