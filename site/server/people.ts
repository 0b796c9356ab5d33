import type { Request } from 'express';
import type { Person } from '../api/common.ts';
import type { Route } from '../api/route.ts';
import { ApiError } from './errors.ts';
import { valid } from './problem.ts';
import { LONGEST_MS } from './sign-in/sessions.ts';

/** What a wing knows of people and their rights; it is asked anew with each request. */
export type People<User extends Person> = {
  /** Who somebody is in this wing; undefined: it is not for them. */
  userOf(id: string): User | undefined;
  /** The exact id of a person of the organisation, whatever they may here; undefined: there is none of that name. */
  idOf(typed: string): string | undefined;
  /** A person's name, or the login name of somebody nobody knows. */
  nameOf(id: string): string;
  /** @param thing what the right is over, where the route says so */
  may(user: User, right: string, thing?: string): boolean | Promise<boolean>;
  /** The sentence for who has not got the right. */
  mayNot(right: string): string;
  /** The sentence for who has signed in with success and is nobody here. */
  notHere(name: string): string;
};

/** The login name of whose session a request belongs to; undefined: of nobody, or it is over. */
export function heldBy(request: Request, now: Date): string | undefined {
  const { userId, signedInAt = 0 } = request.session;
  return now.getTime() - signedInAt > LONGEST_MS ? undefined : userId;
}

/** Who a request comes from; null when nobody is signed in, or they have to choose a password first. */
export function signedIn<User extends Person>(
  request: Request,
  people: People<User>,
  now: Date,
): User | null {
  const userId = heldBy(request, now);
  if (userId === undefined || request.session.mustChangePassword) return null;
  return people.userOf(userId) ?? null;
}

/**
 * Checks that this person may do what the route is for.
 * @throws ApiError `not-signed-in`, `not-allowed`; `bad-request` when what the right is over is no such thing
 */
export async function checkRight<User extends Person>(
  { who, params, query }: Route,
  request: Request,
  user: User | null,
  people: People<User>,
): Promise<void> {
  if (who === 'anyone') return;
  if (user === null) {
    throw notSignedIn();
  }
  if (who === 'signed-in') return;
  const { right, of } = who;
  const things =
    of === undefined ? {} : { ...valid(query, request.query), ...valid(params, request.params) };
  const allowed =
    of === undefined ? people.may(user, right) : people.may(user, right, String(things[of]));
  if (!(await allowed)) throw new ApiError('not-allowed', people.mayNot(right));
}

/** Nobody is signed in where somebody has to be. */
export function notSignedIn(): ApiError {
  return new ApiError('not-signed-in', '尚未登录或登录已过期，请重新登录。');
}
