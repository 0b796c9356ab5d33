import { ApiError } from '../../site/server/errors.ts';
import { createMutex, type Mutex } from './storage/mutex.ts';

/** What one person may have waiting behind what is being computed for them: the pages ask again while one types. */
const MOST_WAITING = 4;

/**
 * Does a person's work when what they asked for before is done: nobody takes up all of what the server computes with.
 * @throws ApiError `too-many-computations` when too much of theirs waits already
 */
export type Turns = <T>(person: string, work: () => Promise<T>) => Promise<T>;

export function createTurns(): Turns {
  const known = new Map<string, { inTurn: Mutex; asked: number }>();

  return async (person, work) => {
    const own = known.get(person) ?? { inTurn: createMutex(), asked: 0 };
    known.set(person, own);
    if (own.asked > MOST_WAITING) {
      throw new ApiError(
        'too-many-computations',
        '您已有几项推演或检查正在进行，请等它们完成后再试。',
      );
    }
    own.asked += 1;
    try {
      return await own.inTurn(work);
    } finally {
      own.asked -= 1;
      if (own.asked === 0) known.delete(person);
    }
  };
}
