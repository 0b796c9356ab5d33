import { afterAll, beforeAll } from '@jest/globals';
import { openWorld, type World } from './world.ts';

/** Gives a test file its world; the fields are there once the tests run. */
export function useWorld(): World {
  const world: Partial<World> = {};
  beforeAll(async () => void Object.assign(world, await openWorld()));
  afterAll(() => world.close?.());
  return world as World;
}
