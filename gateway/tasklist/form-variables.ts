import { z } from 'zod';
import { readForm } from '../../models/form.ts';
import { answered, isGood } from '../read.ts';
import { Refusal } from '../refusal.ts';
import type { AskOn } from '../rule.ts';
import type { TaskFacts } from './tasks.ts';

const formSchema = z.object({ schema: z.string() });
/** A deployed form never changes, and there are some dozens a release. */
const MOST_KEPT = 500;
const kept = new Map<string, string[]>();

/**
 * The process variables that the very form of this task writes: nothing else may be entered.
 * @throws Refusal `no-form`
 */
export async function formVariables(task: TaskFacts, ask: AskOn): Promise<string[]> {
  const { formId, formVersion, processDefinitionKey } = task;
  if (!formId) throw noForm();
  const key = `${processDefinitionKey}/${formId}/${formVersion ?? ''}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const query = new URLSearchParams({
    processDefinitionKey,
    ...(formVersion ? { version: String(formVersion) } : {}),
  });
  const answer = await ask({
    method: 'GET',
    path: `/v1/forms/${encodeURIComponent(formId)}?${query}`,
  });
  if (!isGood(answer)) throw noForm();
  const { components } = readForm(formId, answered(formSchema, answer).schema);
  const variables = [...new Set(components.flatMap(({ variable }) => variable ?? []))];
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, variables);
  return variables;
}

function noForm(): Refusal {
  return new Refusal(
    'no-form',
    409,
    '这个任务的表单暂时打不开，请稍后再试；仍不行时请告知系统管理员。',
  );
}
