/**
 * A job's variables as plain JSON values, filled by the SDK key by key. By itself the SDK refuses numbers with more
 * digits than JavaScript keeps: it fails the job at once and prints what it holds. Here they are rounded, so
 * that the check of the application can answer to what somebody entered.
 */
export class JobVariables {
  [name: string]: unknown;

  constructor() {
    // biome-ignore lint/correctness/noConstructorReturn: the only way to see what the SDK puts in.
    return new Proxy<JobVariables>(this, {
      set: (variables, name, value) => Reflect.set(variables, name, plain(value)),
    });
  }
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  // The parser's own number type; everything else it makes is a plain object.
  if (Object.getPrototypeOf(value) !== Object.prototype) return Number(String(value));
  return Object.fromEntries(
    Object.entries(value)
      // By this name the SDK takes an object for one of its numbers, and fails on it.
      .filter(([name]) => name !== 'isLosslessNumber')
      .map(([name, item]) => [name, plain(item)]),
  );
}
