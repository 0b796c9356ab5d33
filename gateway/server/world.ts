import type { Directory } from '../../law/directory/index.ts';

/** What the features work with. */
export type World = {
  /** The organisation, as it is now. */
  directory: () => Directory;
  now: () => Date;
};
