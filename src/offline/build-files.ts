/** The files of one build, as paths relative to the folder that the viewer is served from. */
export type BuildFiles = {
  /** Changes with any byte of any file. */
  readonly id: string;
  /** What home loads besides its page: without these there is no viewer. */
  readonly start: readonly string[];
  /** What it takes to look at a response: our own views, and the samples. */
  readonly views: readonly string[];
  /** Big parts that few look at: grammars of languages, prices, recorded streams. */
  readonly rest: readonly string[];
};

/** True for a file whose name changes with its content. */
export function isHashed(path: string): boolean {
  return path.startsWith('assets/');
}
