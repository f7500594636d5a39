import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { install, mayInstall } from './debian';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium to drive: `$CHROMIUM`, the system's, or Playwright's. As root on Debian it is installed when there is none.
 *
 * @throws Error that names what to install, where none can be had.
 */
export function ensureChromium(log: (line: string) => void = console.log): string {
  const found = findChromium();
  if (found !== undefined) return found;
  if (mayInstall()) {
    log('Installing Chromium (apt-get install chromium, once) …');
    install('chromium');
  }
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    'No Chromium was found. Install it (Debian: apt-get install chromium; anywhere: npx playwright-core install chromium) ' +
      'or name one in the environment variable CHROMIUM.',
  );
}

function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist.`);
    return named;
  }
  return [...PLACES, chromium.executablePath()].find(place => place !== '' && existsSync(place));
}
