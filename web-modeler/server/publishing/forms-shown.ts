import { waitForForms } from '../../../platform/models/forms-searchable.ts';
import { PlatformError } from '../../../platform/problem.ts';
import { openSearch } from '../../../platform/search/client.ts';
import type { FormsShown } from './deps.ts';

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
