import type { Change } from '../publishing/api.ts';

/** A change whose file the caller knows. */
export type Told = Omit<Change, 'path'>;
