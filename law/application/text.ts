// Control characters, invisible format characters (bidi overrides can disguise a name) and halves of pairs.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
const UNSEEN_BUT_LINES = /(?![\n\r\t])[\p{Cc}\p{Cf}\p{Cs}]/gu;
const TAG = /<[a-z/!?][^<>]*>/i;

/** Characters as people count them: a character outside the basic plane is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Whether the text holds something that reads as an HTML tag. `a < b` is none. */
export function hasTag(text: string): boolean {
  return TAG.test(text);
}

/** Whether the text holds characters nobody can see. Several lines are fine only where `lines` is true. */
export function hasUnseen(text: string, lines: boolean): boolean {
  return withoutUnseen(text, lines) !== text;
}

/** The text without characters nobody can see; with `lines` line breaks and tabs stay. */
export function withoutUnseen(text: string, lines: boolean): string {
  return text.replace(lines ? UNSEEN_BUT_LINES : UNSEEN, '');
}

/** The first characters of a text that is too long, with a mark that it goes on. */
export function shortened(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}
