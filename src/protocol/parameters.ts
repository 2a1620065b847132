/** The four query parameters of `GET /responses/{id}`. */
export type RetrieveParameters = {
  /** Values as they are sent; empty means not sent. Unknown values are kept. */
  readonly include: readonly string[];
  /** null: not sent. */
  readonly stream: boolean | null;
  /** A sequence number; only later events are sent. null: not sent. Kept as text so that a link with a strange value is sent as asked. */
  readonly startingAfter: string | null;
  readonly includeObfuscation: boolean | null;
};

export const NO_PARAMETERS: RetrieveParameters = { include: [], stream: null, startingAfter: null, includeObfuscation: null };

/** The eight documented `include` values, with what each adds to the answer. */
export const INCLUDE_VALUES = [
  { value: 'web_search_call.action.sources', adds: 'the pages a web search consulted' },
  { value: 'web_search_call.results', adds: 'the results a web search found' },
  { value: 'file_search_call.results', adds: 'the chunks a file search found, with scores' },
  { value: 'code_interpreter_call.outputs', adds: 'logs and images of the code interpreter' },
  { value: 'computer_call_output.output.image_url', adds: 'screenshots of computer use' },
  { value: 'message.input_image.image_url', adds: 'the URLs of images in input messages' },
  { value: 'message.output_text.logprobs', adds: 'token probabilities of the answer, if they were sampled' },
  { value: 'reasoning.encrypted_content', adds: 'the sealed reasoning, to hand back on the next turn' },
] as const;

/** Name and value pairs in the order they are sent. `include` is written as `include[]`, as the official SDK does. */
export function parameterPairs(parameters: RetrieveParameters): readonly (readonly [string, string])[] {
  return [
    ...parameters.include.map((value) => ['include[]', value] as const),
    ...(parameters.stream === null ? [] : [['stream', String(parameters.stream)] as const]),
    ...(parameters.startingAfter === null ? [] : [['starting_after', parameters.startingAfter] as const]),
    ...(parameters.includeObfuscation === null ? [] : [['include_obfuscation', String(parameters.includeObfuscation)] as const]),
  ];
}
