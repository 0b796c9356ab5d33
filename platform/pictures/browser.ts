import { type Browser, chromium } from 'playwright-core';

// Where the machine's network is closed the browser would keep asking the outside world.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Opens the machine's own Chromium (`CHROMIUM_PATH` names another than /usr/bin/chromium).
 * @throws Error that says what to install, when there is none.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  try {
    return await chromium.launch({ executablePath, args: QUIET });
  } catch (error) {
    throw new Error(
      `Chromium does not start (${executablePath}). Install it (Debian: apt-get install chromium ` +
        `fonts-noto-cjk) or set CHROMIUM_PATH. Reason: ${String(error).split('\n')[0]}`,
    );
  }
}
