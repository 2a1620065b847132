import { isJsonObject, stringOf, type JsonArray, type JsonObject, type JsonValue } from '#base/json.ts';
import { Banner } from '#ui/banner.tsx';
import { LongText } from '#ui/long-text.tsx';
import { IdFacts } from './id-facts.tsx';
import { ItemField } from './item-place.tsx';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { ValueView } from './value-view.tsx';

const FIELDS: ExpectedFields = { id: 'string', code: 'string', message: 'string' };

type SafetyChecksProps = {
  readonly checks: JsonArray;
  /** Says of one check what became of it, or what is to be done. */
  readonly titleOf: (check: JsonValue) => string;
};

/** Safety checks of the server, as warnings: what each is about and what became of it. */
export function SafetyChecks({ checks, titleOf }: SafetyChecksProps) {
  return checks.map((check, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Banner key={index} kind="warning" title={titleOf(check)}>
      {isJsonObject(check) ? <SafetyCheck check={check} /> : <ValueView value={check} label="safety check" />}
    </Banner>
  ));
}

function SafetyCheck({ check }: { readonly check: JsonObject }) {
  const message = stringOf(check['message']);
  return (
    <>
      <ItemField of={check} name="message">
        {message === null || message === '' ? <p>No reason was sent.</p> : <LongText text={message} />}
      </ItemField>
      <IdFacts fields={check} words={['code']} ids={['id']} />
      <OtherFields value={check} expected={FIELDS} />
    </>
  );
}
