import type { FormsShown } from '../../engine/deployment/forms-shown.ts';
import type { PublishingEngine } from '../../engine/deployment/publishing-engine.ts';
import type { Choices } from '../../law/directory/index.ts';
import type { ModelerRecords } from '../../records/index.ts';
import type { Routes } from '../../site/api/route.ts';
import type { Served as ServedBySite } from '../../site/feature.ts';
import type { Handlers as SiteHandlers } from '../../site/server/handler.ts';
import type { User } from '../api/rights.ts';
import type { Catalogue } from '../library/server/catalogue.ts';
import type { LintCommit } from '../linting/server/lint-commit.ts';
import type { Linter } from '../linting/server/linter.ts';
import type { Player } from '../scenario/server/player.ts';
import type { Storage } from './storage/index.ts';
import type { Turns } from './turns.ts';

/** What the features work with. */
export type World = {
  storage: Storage;
  records: ModelerRecords;
  catalogue: Catalogue;
  linter: Linter;
  /** What lint says of a commit; what an administrator overruled has its document. */
  lint: LintCommit;
  engine: PublishingEngine;
  formsShown?: FormsShown | undefined;
  player: Player;
  /** One computation a person at a time. */
  turns: Turns;
  /** The names forms offer, as the organisation is now. */
  choices: () => Choices;
  now: () => Date;
  examplesFolder: string;
  operateUrl: string | undefined;
};

/** The handlers of some operations of a feature; of all of them when none are named. */
export type Handlers<R extends Routes, Name extends keyof R = keyof R> = SiteHandlers<
  Pick<R, Name>,
  User
>;

/** What a feature's server half gives. */
export type Served<R extends Routes> = ServedBySite<R, User>;
