const EVERY_MS = 2000;
const ROUNDS = 2_000_000;

/**
 * How fast the machine is while some work goes on: the processor milliseconds of one fixed computation, the median of
 * many. A machine that is shared with others is slower at one time than at another, and a figure of now is
 * comparable with one of before only by it.
 */
export async function withPace(work: () => Promise<void>): Promise<number> {
  const paces = [computation()];
  const timer = setInterval(() => paces.push(computation()), EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  paces.sort((a, b) => a - b);
  return paces[Math.floor(paces.length / 2)] as number;
}

/** Some milliseconds of whole numbers. */
function computation(): number {
  const began = process.cpuUsage();
  let x = 1;
  for (let i = 0; i < ROUNDS; i += 1) x = (Math.imul(x, 31) + i) | 0;
  const { user, system } = process.cpuUsage(began);
  // Never true; else the engine would leave the computation out.
  if (x === 0.5) console.log(x);
  return (user + system) / 1000;
}
