/** When each job type was last polled with success. */
export interface Polls {
  succeeded(type: string): void;
  /** Milliseconds since the last successful poll by type; since the start where there was none. */
  ages(): Record<string, number>;
}

/** Keeps the ages by a clock that never jumps: the engine's may be moved. */
export function keepPolls(types: string[], clock: () => number = () => performance.now()): Polls {
  const last = new Map(types.map((type) => [type, clock()]));
  return {
    succeeded: (type) => void last.set(type, clock()),
    ages: () => Object.fromEntries([...last].map(([type, at]) => [type, Math.round(clock() - at)])),
  };
}
