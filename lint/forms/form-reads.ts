import type { FormRule } from '../rule.ts';
import { resultProblem } from '../rules/results-known.ts';

/** What a form shows of an earlier step's result is something that step really gives. */
export const formReads: FormRule = {
  id: 'form-reads',
  kind: 'form',
  severity: 'error',
  legal: false,
  check: (form, { models }, report) => {
    for (const { id, components: _inside, ...own } of form.components) {
      const reads = JSON.stringify(own).matchAll(/\b(result_\w+)\.(\w+)/g);
      const shown = new Set([...reads].map(([, name, field]) => `${name}.${field}`));
      for (const read of shown) {
        const [name = '', field = ''] = read.split('.');
        const problem = resultProblem(name, [field], models.userTasks);
        if (problem) report(id, problem);
      }
    }
  },
};
