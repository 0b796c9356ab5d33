import type { Directory } from '../../law/directory/index.ts';
import type { GatewayRecords } from '../../records/index.ts';
import type { Routes } from '../../site/api/route.ts';
import type { Served as ServedBySite } from '../../site/feature.ts';
import type { Passwords } from '../../site/server/sign-in/accounts.ts';
import type { User } from '../api/user.ts';

/** What the features work with. */
export type World = {
  records: GatewayRecords;
  passwords: Passwords;
  /** The organisation, as it is now. */
  directory: () => Directory;
  now: () => Date;
};

/** What a feature's server half gives. */
export type Served<R extends Routes> = ServedBySite<R, User>;
