import type { Change } from '../api/publishing.ts';

/** A change whose file the caller knows. */
export type Told = Omit<Change, 'path'>;
