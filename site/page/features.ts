import type { Person } from '../api/common.ts';
import type { Feature } from '../feature.ts';

/** What pages know of a feature. */
export type PageFeature = Pick<
  Feature<never, Person>,
  'name' | 'page' | 'places' | 'menu' | 'menuFor' | 'under'
>;
