import { rules } from './checks/index.ts';
import type { Facts } from './checks/rule.ts';
import { type Draft, fieldProblems, type Problem } from './index.ts';

/** `problems` send the application back; `warnings` go to the reviewer. */
export type Judgement = { problems: Problem[]; warnings: Problem[] };

/**
 * Everything wrong with an application, at once (Art. 18). Pure. `input` is what was sent,
 * `draft` what is understandable of it.
 */
export function judge(input: unknown, draft: Draft, facts: Facts): Judgement {
  const found = rules.flatMap(({ article, check }) =>
    check(draft, facts).map(({ path, message, waived }) => ({
      problem: { path, article, message },
      waived: waived === true,
    })),
  );
  const of = (waived: boolean) => found.filter((f) => f.waived === waived).map((f) => f.problem);
  return { problems: [...fieldProblems(input), ...of(false)], warnings: of(true) };
}
