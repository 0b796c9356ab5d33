import { openSearch } from '../opensearch/client.ts';
import { PlatformError } from '../problem.ts';
import { waitForForms } from './forms-searchable.ts';

/** Waits, for a bounded time, until Tasklist shows forms of these keys; false when it does not yet. */
export type FormsShown = (formKeys: string[]) => Promise<boolean>;

/** Tasklist is a second behind the engine; on a machine that is very busy many. */
const WITHIN_MS = 60_000;

/**
 * Looks into the index Tasklist reads its forms from.
 * @param searchUrl the OpenSearch behind Tasklist
 */
export function formsShown(searchUrl: string, withinMs = WITHIN_MS): FormsShown {
  const search = openSearch(searchUrl);
  return async (formKeys) => {
    try {
      await waitForForms(search, formKeys, withinMs);
      return true;
    } catch (error) {
      if (error instanceof PlatformError) return false;
      throw error;
    }
  };
}
