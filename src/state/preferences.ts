import * as v from 'valibot';
import { PATH_FORMATS } from '#base/json-path-text.ts';
import { createStore } from '#base/store.ts';
import { readStored, writeStored } from './web-storage.ts';

const preferences = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  /** False is "keep nothing": neither history nor opened files are written to this browser. */
  keepHistory: v.fallback(v.boolean(), true),
  /** Whether single letters and numbers are shortcuts; they get in the way of speech input, so they can be switched off. */
  singleKeys: v.fallback(v.boolean(), true),
  /** Width of the rail of items in pixels; 0 while it is closed. */
  railWidth: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(640)), 280),
  /** Widths of the columns of the event table in pixels, by the column's name; one that is missing has its usual width. */
  eventColumns: v.fallback(v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(24), v.maxValue(1200))), {}),
  /** Width of the pane beside the event table, in pixels. */
  eventDetailWidth: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(1600)), 440),
  /** What the event table says of when events arrived. */
  eventTimes: v.fallback(v.picklist(['start', 'previous', 'clock']), 'start'),
  /** Whether the pane above the event table is open; null as long as nobody has said so: then it is where there is room. */
  streamPaneOpen: v.fallback(v.nullable(v.boolean()), null),
  /** Height of that pane while it is open, in pixels. */
  streamPaneHeight: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(80), v.maxValue(1200)), 240),
  /** What it shows. */
  streamPaneView: v.fallback(v.picklist(['waterfall', 'timings']), 'waterfall'),
  /** Width of the lanes’ table beside it, in pixels. */
  lanesWidth: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(64), v.maxValue(1200)), 300),
  /** How paths were last copied. */
  pathFormat: v.fallback(v.picklist(PATH_FORMATS), 'dot'),
  /** The IDs of the rules about problems that count nowhere. */
  mutedRules: v.fallback(v.array(v.string()), []),
});
export type Preferences = v.InferOutput<typeof preferences>;
export type Theme = Preferences['theme'];

const store = createStore<Preferences>(v.parse(preferences, readStored('device', 'preferences') ?? {}));

/** What the reader chose for good. Unreadable or older stored values fall back field by field. */
export const preferencesStore = { get: store.get, subscribe: store.subscribe };

export function setPreference<K extends keyof Preferences>(name: K, value: Preferences[K]): void {
  store.set({ ...store.get(), [name]: value });
  writeStored('device', 'preferences', store.get());
}
