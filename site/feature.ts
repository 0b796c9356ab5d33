import type { ComponentType } from 'preact';
import type { Person } from './api/common.ts';
import type { Routes } from './api/route.ts';
import type { Handlers } from './server/handler.ts';

/** What a feature's `server/index.ts` makes of what the wing works with. */
export type Served<R extends Routes, User extends Person> = {
  handlers: Handlers<R, User>;
  /** What the server has to do once it has started; tried again until it succeeds. */
  started?: () => Promise<void>;
};

/** A feature of a wing, as server and pages know it: its halves are only loaded where they are needed. */
export type Feature<World, User extends Person> = {
  /** Its folder in the wing. */
  name: string;
  routes: Routes;
  server?: () => Promise<{ serve(world: World): Promise<Served<Routes, User>> }>;
  page?: () => Promise<Record<string, ComponentType>>;
  /** The addresses of its pages, in wouter's notation, with the names of the pages. */
  places: Record<string, string>;
  /** Its entry in the header, which leads to its first place. */
  menu?: string;
  /** Whose header has the entry; everybody's when it does not say. A method's type: pages know people of any wing. */
  menuFor?(user: User): boolean;
  /** The label of the entry that stays marked on its pages, where it has none of its own. */
  under?: string;
};

type Given<R extends Routes, World, User extends Person, Pages> = {
  name: string;
  routes?: R;
  server?: () => Promise<{ serve(world: World): Promise<Served<R, User>> }>;
  page?: () => Promise<Pages>;
  places?: Record<string, keyof Pages & string>;
  menu?: string;
  menuFor?(user: User): boolean;
  under?: string;
};

/** Describes a feature: that its handlers are those of its routes and its pages are there is checked by the compiler. */
export function feature<
  World,
  User extends Person,
  R extends Routes,
  Pages extends Record<string, ComponentType>,
>({ routes, places, ...given }: Given<R, World, User, Pages>): Feature<World, User> {
  return { routes: routes ?? {}, places: places ?? {}, ...given };
}
