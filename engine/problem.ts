/** Something the person at the terminal can put right; shown as its message, without a stack. */
export class PlatformError extends Error {
  override name = 'PlatformError';
}
