/** Stands for whatever origin the pages have; addresses of it are ours. */
const OURS = 'http://ours.invalid';

/** Where somebody goes on after signing in: a page of this origin; `/` when what was asked for leads anywhere else. */
export function whereTo(to: string | null | undefined): string {
  // A browser reads `//host` and `/\host` as another host's address.
  if (!to || !/^\/(?![/\\])/.test(to) || !URL.canParse(to, OURS)) return '/';
  const { origin, pathname, search, hash } = new URL(to, OURS);
  const leadsAway = origin !== OURS || /^\/\/|^\/(sign-in|api)(\/|$)/.test(pathname);
  return leadsAway ? '/' : `${pathname}${search}${hash}`;
}

/** The address of the sign-in that leads to a page afterwards. */
export function signInAddress(to: string): string {
  return `/sign-in?to=${encodeURIComponent(to)}`;
}
