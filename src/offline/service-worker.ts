import type { BuildFiles } from './build-files.ts';
import { startWorker } from './start-worker.ts';
import type { WorkerScope } from './worker-scope.ts';

/** Written in by the build (scripts/service-worker-build.ts). */
declare const BUILD_FILES: BuildFiles;

startWorker(globalThis as unknown as WorkerScope, BUILD_FILES);
