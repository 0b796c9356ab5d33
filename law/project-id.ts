/**
 * A project id as people type it: in full or half width, with spaces, in lower case, with any dash. Empty for what
 * is no text.
 */
export function readProjectId(typed: unknown): string {
  if (typeof typed !== 'string') return '';
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}]/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .toUpperCase();
}
