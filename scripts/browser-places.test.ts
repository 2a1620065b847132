import { expect, it } from 'vitest';
import { browserPlaces } from './browser-places.ts';

it('walks PATH on Linux, Chrome before Chromium before Edge, and skips what is no absolute folder', () => {
  const places = browserPlaces({ platform: 'linux', env: { PATH: '/usr/local/bin:/usr/bin::.' }, home: '/home/ada' });
  expect(places.slice(0, 2)).toEqual(['/usr/local/bin/google-chrome', '/usr/bin/google-chrome']);
  expect(places.indexOf('/usr/bin/chromium')).toBeLessThan(places.indexOf('/usr/bin/microsoft-edge'));
  expect(places.every((place) => place.startsWith('/'))).toBe(true);
});

it('knows the applications of macOS, also those of one user', () => {
  const places = browserPlaces({ platform: 'darwin', env: {}, home: '/Users/ada' });
  expect(places[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(places).toContain('/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium');
});

it('looks where Windows says its programs are', () => {
  const env = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' };
  const places = browserPlaces({ platform: 'win32', env, home: 'C:\\Users\\ada' });
  expect(places).toContain('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe');
  expect(places).toContain('C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe');
});
