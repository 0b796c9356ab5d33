/** Errors whose message says all the person needs: what is wrong and what to do. */
const KNOWN = ['PlatformError', 'SettingsError', 'OrganizationError'];

/** An error for the terminal: one that can be put right as its message, a fault of ours with its stack. */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return KNOWN.includes(error.name) ? error.message : (error.stack ?? error.message);
}
