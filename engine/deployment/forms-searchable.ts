import { z } from 'zod';
import type { Search } from '../opensearch/client.ts';
import { waitFor } from '../wait.ts';

const FORMS = 'tasklist-form-*';
const WITHIN_MS = 120_000;
const countSchema = z.object({ count: z.number() });

/**
 * Waits until Tasklist knows the forms. A task imported before its form never shows it (#24771), so
 * nothing may be started earlier.
 * @throws PlatformError when they do not come within the time
 */
export async function waitForForms(
  search: Search,
  formKeys: string[],
  withinMs = WITHIN_MS,
): Promise<void> {
  if (formKeys.length === 0) return;
  const query = { query: { terms: { id: formKeys } } };
  await waitFor(
    '表单进入 Tasklist',
    async () => {
      const { count } = countSchema.parse(await search.call('POST', `${FORMS}/_count`, query));
      return count >= new Set(formKeys).size;
    },
    { withinMs, everyMs: 100 },
  );
}
