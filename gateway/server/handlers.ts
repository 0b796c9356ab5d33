import type { Routes } from '../../site/api/route.ts';
import type { Handlers } from '../../site/server/handler.ts';
import type { User } from '../api/user.ts';
import { features } from '../features.ts';
import type { World } from './world.ts';

/** Every operation of the gateway's own. */
export const routes: Routes = Object.assign({}, ...features.map((feature) => feature.routes));

/** The handlers of all features. */
export async function makeHandlers(world: World): Promise<Handlers<Routes, User>> {
  const handlers = {};
  for (const { server } of features) {
    Object.assign(handlers, (await (await server?.())?.serve(world))?.handlers);
  }
  return handlers;
}

/** What is served where people sign in at a provider: nobody has a password here. */
export function withoutPasswords({
  resetPassword: _,
  ...others
}: Handlers<Routes, User>): Partial<Handlers<Routes, User>> {
  return others;
}
