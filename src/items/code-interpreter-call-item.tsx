import { SquareCode } from 'lucide-react';
import { formatCount } from '#base/format-number.ts';
import { arrayOf, objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { CodeBlock } from '#ui/code-block.tsx';
import { CodeInterpreterOutputs } from './code-interpreter-outputs.tsx';
import type { ExpectedFields } from './expected-fields.tsx';
import { IdFacts } from './id-facts.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { Labelled, Pieces, Quiet } from './labelled.tsx';
import { isRunning } from './not-sent.tsx';
import { firstOutputLine, lastOutputLine } from './output-line.ts';
import { argumentsLine, countLines, firstCodeLine, lineOf, withResult } from './summary-text.ts';
import { argumentsOf, VENDOR_CALL_FIELDS, VendorArguments } from './vendor-call.tsx';
import { ItemField } from './item-place.tsx';

const FIELDS: ExpectedFields = { code: 'string', container_id: 'string', outputs: 'list', ...VENDOR_CALL_FIELDS };

export const codeInterpreterCallItem: ItemDefinition = {
  icon: SquareCode,
  title: () => 'Code interpreter',
  summary: (item) => {
    const code = codeOf(item);
    return withResult(code === '' ? argumentsLine(item['arguments']) : purposeOf(code), printedLine(item));
  },
  facts: (item) => {
    const types = arrayOf(item['outputs']).map((output) => stringOf(objectOf(output)?.['type']));
    const images = types.filter((type) => type === 'image').length;
    const code = codeOf(item);
    return [
      code === '' ? '' : formatCount(countLines(code), 'line'),
      types.includes('logs') ? 'logs' : '',
      images > 0 ? formatCount(images, 'image') : '',
    ];
  },
  fields: FIELDS,
  Body: CodeInterpreterBody,
};

function CodeInterpreterBody({ item, context }: ItemProps) {
  const mayCome = isRunning(item, context);
  return (
    <Pieces>
      <ItemField of={item} name={stringOf(item['code']) === null ? 'arguments' : 'code'}>
        <Code item={item} mayCome={mayCome} />
      </ItemField>
      <CodeInterpreterOutputs outputs={item['outputs']} mayCome={mayCome} />
      <IdFacts fields={item} words={['name']} ids={['container_id', 'call_id']} />
    </Pieces>
  );
}

/** The tool runs Python and nothing else; the code may come as an argument of a call. */
function Code({ item, mayCome }: { readonly item: JsonObject; readonly mayCome: boolean }) {
  const code = codeOf(item);
  const sent = argumentsOf(item);
  const isWholeArgument = stringOf(item['code']) === null && sent !== null && Object.keys(sent).length === 1;
  if (code === '') {
    return (
      <>
        <Quiet>{mayCome ? 'No code yet.' : item['code'] === '' ? '(empty code)' : 'No code was sent.'}</Quiet>
        <VendorArguments item={item} />
      </>
    );
  }
  return (
    <>
      <Labelled name="code" aside={/\r/.test(code) ? <span>CRLF line ends</span> : null}>
        <CodeBlock code={code.replace(/\r\n?/g, '\n')} copy={code} language="python" />
      </Labelled>
      {isWholeArgument ? null : <VendorArguments item={item} />}
    </>
  );
}

/** What the code is for: the comment that it begins with, or its first line that does something. */
function purposeOf(code: string): string {
  const comment = /^\s*#\s*(\S.*)/.exec(code)?.[1];
  return comment === undefined || comment.startsWith('!') ? firstCodeLine(code) : lineOf(comment);
}

/** The first line with a word in it that the code printed; of a traceback its last, which names the error. */
function printedLine(item: JsonObject): string {
  const logs = arrayOf(item['outputs']).map((output) => stringOf(objectOf(output)?.['logs']) ?? '');
  const text = logs.find((each) => each.trim() !== '') ?? '';
  return /^Traceback \(most recent call last\)/m.test(text.slice(0, 2_000)) ? lastOutputLine(text) : firstOutputLine(text);
}

/** The code; some servers send it as an argument of a call. */
function codeOf(item: JsonObject): string {
  return stringOf(item['code']) ?? stringOf(argumentsOf(item)?.['code']) ?? '';
}
