const NOT_FOUND = 5;

/** Whether gRPC says that the engine no longer knows what it was told about. */
export function isNotFound(error: unknown): boolean {
  return (error as { code?: unknown }).code === NOT_FOUND;
}
