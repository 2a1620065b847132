import { spawn } from 'node:child_process';
import { PROJECT_ROOT } from './project-root.ts';

export type CommandOptions = {
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Keeps what the command says away from the terminal. */
  readonly isQuiet?: boolean;
};

/**
 * Runs a program in the project's folder, its output going where ours goes, nothing on its standard input.
 * Answers its exit code: 127 where it could not be started, 128 where a signal ended it.
 */
export function runCommand(
  program: string,
  parameters: readonly string[],
  { env = {}, isQuiet = false }: CommandOptions = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: PROJECT_ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', isQuiet ? 'ignore' : 'inherit', isQuiet ? 'ignore' : 'inherit'],
    });
    // Told to end, we pass it on and wait: a test run has a server and browsers of its own to end first.
    const passOn = () => child.kill('SIGINT'); // the signal that Playwright cleans up for
    process.on('SIGTERM', passOn);
    const end = (code: number) => {
      process.off('SIGTERM', passOn);
      resolve(code);
    };
    child.on('error', () => end(127));
    child.on('exit', (code) => end(code ?? 128));
  });
}

/** Runs the command line of an installed package with the Node that runs us, so that no shell and no `.cmd` file stands between. */
export function runTool(entry: string, parameters: readonly string[], options?: CommandOptions): Promise<number> {
  return runCommand(process.execPath, [`node_modules/${entry}`, ...parameters], options);
}
