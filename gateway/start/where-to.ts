/** Stands for whatever origin the pages have; addresses of it are ours. */
const OURS = 'http://ours.invalid';

/**
 * Where somebody goes on after signing in: a path of this origin, as `to` of `/sign-in` names it; `/` when that leads
 * anywhere else.
 */
export function whereTo(to: string | null): string {
  // A browser reads `//host` and `/\host` as another host's address.
  if (to === null || !/^\/(?![/\\])/.test(to) || !URL.canParse(to, OURS)) return '/';
  const { origin, pathname, search, hash } = new URL(to, OURS);
  const path = `${pathname}${search}${hash}`;
  const leadsAway = origin !== OURS || pathname.startsWith('//');
  return leadsAway || pathname === '/sign-in' ? '/' : path;
}

/** The address of the sign-in that leads to a page afterwards. */
export function signInAddress(to: string): string {
  return `/sign-in?to=${encodeURIComponent(to)}`;
}
