/** What Chromium tells an installed app about files that were opened with it; TypeScript's library does not have it yet. */
type LaunchQueue = {
  readonly setConsumer: (consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void) => void;
};

/** Hands every file that the system opens with the installed app to `open`: those that wait already, and those to come. */
export function onLaunchedFiles(open: (file: File) => void): void {
  const { launchQueue } = globalThis as { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    // One page shows one response: of several files the last one stays in view, and the history has them all.
    for (const handle of files) void handle.getFile().then(open);
  });
}
