import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

type Json = string | number | boolean | Json[] | { [field: string]: Json };
const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(json), z.record(z.string(), json)]),
);
const applicationSchema = z.object({ projectName: z.string() }).catchall(json);

/** Every example application by the name of its file. */
export function readExamples(folder: string): [string, z.infer<typeof applicationSchema>][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [
      name,
      applicationSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
    ]);
}
