import { withLiterals } from './literals.ts';
import { withChinese } from './main-script.ts';
import { MAIN_SCRIPT, SCRIPT_WORDS } from './script-words.ts';

/** The names, under `tasklist/assets/`, of the scripts that speak Chinese after `chineseScript`. */
export const CHINESE_SCRIPTS: ReadonlySet<string> = new Set(Object.keys(SCRIPT_WORDS));

/**
 * A script of Tasklist's in Chinese. Undefined when it is not one of those known or not as known: it is
 * then to be served untouched. Takes up to some tenths of a second; the answer is always the same, so the
 * caller keeps it.
 */
export function chineseScript(name: string, script: string): string | undefined {
  const words = SCRIPT_WORDS[name];
  const chinese = words && withLiterals(script, words);
  return chinese !== undefined && name === MAIN_SCRIPT ? withChinese(chinese) : chinese;
}

/** Whether Tasklist's page (its index.html) loads the main script that is known here. */
export function isKnownTasklist(page: string): boolean {
  return page.includes(`assets/${MAIN_SCRIPT}"`);
}
