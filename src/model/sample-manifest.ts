/** One entry of `public/samples/index.json`. */
export type SampleEntry = {
  /** The response ID, also the body's `id`. */
  readonly id: string;
  /** Title and one line for the card on the home screen. */
  readonly title: string;
  readonly description: string;
  /** Colours the card. */
  readonly family: string;
  /** Shown on the home screen; the others are reached from "All samples". */
  readonly isFeatured: boolean;
  /** What a link to the sample asks for, so that everything in it is shown. */
  readonly include: readonly string[];
  /** File names inside `public/samples/`: the body; its stored event stream; its input items, oldest first. */
  readonly body: string;
  readonly stream: string | null;
  readonly input: string | null;
};
