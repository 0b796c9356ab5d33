import { execFileSync } from 'node:child_process';

/**
 * Runs a program and shows what it says.
 * @throws Error when it fails
 */
export function run(program: string, words: string[], env: Record<string, string> = {}): void {
  execFileSync(program, words, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
}

/** @returns what a program says, without the last line's end */
export function ask(program: string, words: string[], env: Record<string, string> = {}): string {
  return execFileSync(program, words, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** Whether a program ends well. */
export function succeeds(program: string, words: string[]): boolean {
  try {
    ask(program, words);
    return true;
  } catch {
    return false;
  }
}
