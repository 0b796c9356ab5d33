import { z } from 'zod';
import { exported, keySchema } from './exported.ts';

const variableSchema = z.object({ name: z.string(), value: z.string(), scopeKey: keySchema });

/** A variable as it stands now; `scope` is the instance of the process or of one of its elements. */
export type Variable = { scope: string; name: string; value: unknown };

/** The last value of each variable of an instance, in every scope, as exported so far. */
export async function variablesOf(search: string, processInstanceKey: string): Promise<Variable[]> {
  const records = await exported(
    search,
    'variable',
    [{ term: { 'value.processInstanceKey': processInstanceKey } }],
    variableSchema,
  );
  const last = new Map<string, Variable>();
  for (const { scopeKey: scope, name, value } of records) {
    last.set(`${scope} ${name}`, { scope, name, value: JSON.parse(value) });
  }
  return [...last.values()];
}
