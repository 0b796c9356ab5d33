const NOT_FOUND = 5;
const RESOURCE_EXHAUSTED = 8;

/** Whether gRPC says that the engine no longer knows what it was told about. */
export function isNotFound(error: unknown): boolean {
  return codeOf(error) === NOT_FOUND;
}

/** Whether gRPC says that the engine has too much to do at the moment (its back-pressure). */
export function isBusy(error: unknown): boolean {
  return codeOf(error) === RESOURCE_EXHAUSTED;
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}
