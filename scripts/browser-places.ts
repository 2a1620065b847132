import { join } from 'node:path';

/** The parts of a machine that decide where its browsers are. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

const COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Google Chrome Canary'];
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where an installed Chrome, Chromium or Edge would be, the likeliest first. Whether anything is there is for the caller to see. */
export function browserPlaces({ platform, env, home }: Machine): readonly string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return roots.flatMap((root) => (root === undefined ? [] : WINDOWS_PROGRAMS.map((program) => `${root}\\${program}`)));
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', join(home, 'Applications')];
    return folders.flatMap((folder) => MAC_APPLICATIONS.map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)));
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return [
    ...COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ];
}
