import { readDataBlob } from '#base/data-blob.ts';
import { arrayOf, isJsonObject, stringOf, type JsonObject, type JsonValue } from '#base/json.ts';
import { visibleLine } from '#base/visible-text.ts';
import { BlobChip } from '#ui/blob-chip.tsx';
import { LongList } from '#ui/long-list.tsx';
import { RemoteImage } from '#ui/remote-image.tsx';
import { TerminalText } from '#ui/terminal-text.tsx';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { Labelled, Quiet } from './labelled.tsx';
import { NotIncluded } from './not-sent.tsx';
import { ValueView } from './value-view.tsx';
import { ItemField, useDataPath } from './item-place.tsx';

/** What a run of code left behind: what it printed and the images it drew. `mayCome` is true while it still runs. */
export function CodeInterpreterOutputs({ outputs, mayCome }: { readonly outputs: JsonValue | undefined; readonly mayCome: boolean }) {
  const dataPath = useDataPath();
  const list = arrayOf(outputs);
  if (outputs === undefined || outputs === null) {
    return mayCome ? <Quiet>No output yet.</Quiet> : <NotIncluded what="Outputs" include="code_interpreter_call.outputs" />;
  }
  if (!Array.isArray(outputs)) return null;
  if (list.length === 0) return <Quiet>{mayCome ? 'No output yet.' : 'The code printed nothing and drew nothing.'}</Quiet>;
  return (
    <LongList items={list} label="Outputs" noun="outputs" gap="wide" dataPathOf={(each) => dataPath(each)}>
      {(output, index) => <Output output={output} number={list.length === 1 ? '' : ` ${index + 1}`} />}
    </LongList>
  );
}

const LOGS_FIELDS: ExpectedFields = { type: 'string', logs: 'string' };
const IMAGE_FIELDS: ExpectedFields = { type: 'string', url: 'string' };

function Output({ output, number }: { readonly output: JsonValue; readonly number: string }) {
  if (!isJsonObject(output)) return <ValueView value={output} label={`Output${number}`} />;
  const type = stringOf(output['type']);
  if (type === 'logs') {
    return (
      <Labelled name="logs">
        <ItemField of={output} name="logs">
          <Logs logs={output['logs']} label={`logs${number}`} />
        </ItemField>
        <OtherFields value={output} expected={LOGS_FIELDS} />
      </Labelled>
    );
  }
  if (type === 'image') {
    return (
      <Labelled name="image">
        <ItemField of={output} name="url">
          <Picture output={output} />
        </ItemField>
        <OtherFields value={output} expected={IMAGE_FIELDS} />
      </Labelled>
    );
  }
  return (
    <Labelled name={visibleLine(type ?? 'an output without a type')}>
      <OtherFields value={output} expected={{ type: 'string' }} />
    </Labelled>
  );
}

function Logs({ logs, label }: { readonly logs: JsonValue | undefined; readonly label: string }) {
  if (typeof logs !== 'string') return null;
  if (logs === '') return <Quiet>(empty)</Quiet>;
  return (
    <div className="min-w-0 rounded-md border border-line bg-raised px-2.5 py-1.5">
      <TerminalText text={logs} label={label} />
    </div>
  );
}

/** Drawn when its data is here; elsewhere it stays until it is asked for. */
function Picture({ output }: { readonly output: JsonObject }) {
  const url = stringOf(output['url']);
  if (url === null || url === '') return <Quiet>no address was sent</Quiet>;
  const blob = /^data:/i.test(url) ? readDataBlob(url) : null;
  return <div className="min-w-0">{blob === null ? <RemoteImage url={url} name={url} /> : <BlobChip blob={blob} startsShown />}</div>;
}
