import { arrayOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { Badge } from '#ui/badge.tsx';
import { Banner } from '#ui/banner.tsx';
import { LongText } from '#ui/long-text.tsx';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { IdFacts } from './id-facts.tsx';
import { lineOf, valueLine } from './summary-text.ts';
import { ItemField, useDataPath } from './item-place.tsx';

const ERROR_FIELDS: ExpectedFields = {
  code: 'string',
  message: 'string',
  param: 'string',
  type: 'string',
  moderation_details: 'object',
};
const DETAIL_FIELDS: ExpectedFields = { categories: 'list', moderation_stage: 'string' };

/** Why there is no image: the server's words, and what moderation objected to and when. */
export function ImageGenerationError({ error }: { readonly error: JsonObject }) {
  const moderation = objectOf(error['moderation_details']);
  const message = stringOf(error['message']) ?? '';
  return (
    <Banner kind="error" title={moderation === null ? 'The image was not made' : 'Moderation refused the image'}>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
        {message === '' ? null : (
          <ItemField of={error} name="message">
            <LongText text={message} />
          </ItemField>
        )}
        {moderation === null ? null : <Moderation details={moderation} />}
        <IdFacts fields={error} words={['code', 'type', 'param']} ids={[]} />
        <OtherFields value={error} expected={ERROR_FIELDS} />
      </div>
    </Banner>
  );
}

function Moderation({ details }: { readonly details: JsonObject }) {
  const dataPath = useDataPath();
  const categories = arrayOf(details['categories']);
  const stage = stringOf(details['moderation_stage']);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        {categories.length === 0 ? null : <span>objected to</span>}
        {categories.map((category, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} data-path={dataPath(details['categories'], index)}>
            <Badge tone="error">{valueLine(category)}</Badge>
          </span>
        ))}
        {stage === null ? null : (
          <ItemField of={details} name="moderation_stage" isInline>
            {stageOf(stage)}
          </ItemField>
        )}
      </p>
      <OtherFields value={details} expected={DETAIL_FIELDS} />
    </>
  );
}

function stageOf(stage: string): string {
  if (stage === 'input') return 'in the prompt (stage input)';
  return stage === 'output' ? 'in the finished image (stage output)' : `at the stage ${lineOf(stage)}`;
}
