import type { Directory } from './types.ts';

/** Names that forms offer, by what a form calls the list (`optionsFrom`). */
export type Choices = Readonly<Record<string, readonly string[]>>;

/** The lists there are. */
const LISTS = {
  /** Who may apply for and own projects: the units, and the bodies of the city and the counties. */
  applicants: (directory: Directory) => [
    ...directory.unitNames(),
    ...namesOf(directory, 'city'),
    ...namesOf(directory, 'county'),
  ],
  counties: (directory: Directory) => directory.counties(),
  'city-bodies': (directory: Directory) => namesOf(directory, 'city'),
};

/** What a form may call a list. */
export const LISTS_OF_NAMES: readonly string[] = Object.keys(LISTS);

/** The lists as the organisation fills them, each in the order of its file. */
export function choicesOf(directory: Directory): Choices {
  return Object.fromEntries(
    Object.entries(LISTS).map(([name, list]) => [name, list(directory)] as const),
  );
}

function namesOf(directory: Directory, kind: 'city' | 'county'): string[] {
  return directory.bodies().flatMap((body) => (body.kind === kind ? [body.name] : []));
}
