import { Hono, type Context } from 'hono';
import { preflightAnswer, setAnswerHeaders } from './answer-headers.ts';
import { requireSampleKey } from './auth.ts';
import { answerError, jsonAnswer, Refusal } from './errors.ts';
import { createLiveRuns } from './live/live-runs.ts';
import { modelList } from './models.ts';
import { waitOnClock, type Wait } from './piecewise-body.ts';
import { addResponseRoutes } from './response-routes.ts';
import { createResponseStore } from './response-store.ts';
import { createSampleLibrary, type ReadSample } from './sample-library.ts';

/** Where the dev and preview servers mount the sample API, and the path of its base URL. */
export const SAMPLE_API_PATH = '/sample/v1';

export type SampleApiOptions = {
  readonly readSample: ReadSample;
  /** Where the routes begin; another one when a page answers for a site that lives below a base path. */
  readonly basePath?: string;
  /** Paces the slow answers and what is live. Waits on the clock of `now`: one that stands still would keep a live reader waiting for ever. */
  readonly wait?: Wait;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

/**
 * A Responses API over the samples: `fetch(request)` of the app answers any Request below `basePath`, in Node and in a page alike.
 * What is cancelled, deleted or polled is remembered by this one app. Errors are answers (reference §6.1), never rejections.
 */
export function createSampleApi({ readSample, basePath = SAMPLE_API_PATH, wait = waitOnClock, now = Date.now }: SampleApiOptions): Hono {
  const library = createSampleLibrary(readSample);
  const app = new Hono().basePath(basePath);
  app.onError((error) => answerError(error));
  app.notFound((context) => answerError(unknownRoute(context)));

  let answered = 0;
  app.use(async (context, next) => {
    const start = performance.now();
    await next();
    answered += 1;
    setAnswerHeaders(context.res.headers, { answered, milliseconds: performance.now() - start });
  });
  app.options('*', (context) => preflightAnswer(context.req.raw.headers));
  app.use(async (context, next) => {
    requireSampleKey(context.req.raw.headers);
    await next();
  });

  app.get('/models', async () => jsonAnswer(200, modelList(await library.bodies())));
  addResponseRoutes(app, createResponseStore(library, createLiveRuns(library, now, wait), now), wait);
  return app;
}

function unknownRoute({ req }: Context): Refusal {
  const known = 'GET /models, GET and DELETE /responses/{id}, GET /responses/{id}/input_items and POST /responses/{id}/cancel';
  return new Refusal(404, { message: `The sample API has no ${req.method} ${req.path}. It has ${known}.`, code: 'unknown_url' });
}
