import { formatJsonPointer } from '#base/json-pointer.ts';
import { isJsonArray, isJsonObject, stringOf, type JsonArray, type JsonObject, type JsonPath } from '#base/json.ts';
import { markView, untracked } from '#base/tracked-json.ts';
import { visibleText } from '#base/visible-text.ts';
import { toolName, toolSummary } from '#model/tool-summary.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { DisclosureSection, type Expansion } from '#ui/disclosure-section.tsx';
import { FieldRow, FieldRows } from '#ui/field-row.tsx';
import { copiedText, FieldValue } from './field-value.tsx';

/** The caller runs these; every other tool runs where the model does. */
const CALLER_TOOLS = new Set(['function', 'custom', 'mcp', 'namespace']);

type ToolListProps = { readonly tools: JsonArray; readonly path: JsonPath; readonly expansion: Expansion };

/** Every tool the model was given, closed to one line each. */
export function ToolList({ tools, path, expansion }: ToolListProps) {
  return (
    <ol className="my-1 flex flex-col gap-1">
      {tools.map((tool, position) => (
        <li key={position} data-path={formatJsonPointer([...path, position])}>
          {isJsonObject(tool) ? (
            <Tool tool={tool} path={[...path, position]} expansion={expansion} />
          ) : (
            <FieldValue name={`tools[${position}]`} value={tool} words="not a tool" />
          )}
        </li>
      ))}
    </ol>
  );
}

function Tool({ tool, path, expansion }: { readonly tool: JsonObject; readonly path: JsonPath; readonly expansion: Expansion }) {
  const plain = untracked(tool);
  const type = stringOf(plain['type']);
  const name = toolName(plain);
  markView(tool, 'folded');
  const title = (
    <>
      <span className="font-mono text-family">{visibleText(name)}</span>
      {type === null || type.replaceAll('_', ' ') === name ? null : (
        <span className="ml-2 text-sm font-normal text-secondary">{visibleText(type)}</span>
      )}
    </>
  );
  return (
    <div data-family={type !== null && CALLER_TOOLS.has(type) ? 'tool-call' : 'hosted-tool'}>
      <DisclosureSection
        level={3}
        startsOpen={false}
        expansion={expansion}
        paths={[path]}
        title={title}
        summary={<ToolLine tool={plain} />}
        actions={<CopyButton text={() => copiedText(tool)} label={`Copy tool ${name}`} iconOnly />}
      >
        <ToolFields tool={tool} path={path} expansion={expansion} />
      </DisclosureSection>
    </div>
  );
}

function ToolFields({ tool, path, expansion }: { readonly tool: JsonObject; readonly path: JsonPath; readonly expansion: Expansion }) {
  markView(tool, 'opened');
  return (
    <FieldRows>
      {Object.entries(tool).map(([key, value]) => (
        <FieldRow key={key} name={key} dataPath={formatJsonPointer([...path, key])} copy={value === null ? null : () => copiedText(value)}>
          {key === 'tools' && isJsonArray(value) ? (
            <ToolList tools={value} path={[...path, key]} expansion={expansion} />
          ) : (
            <FieldValue name={key} path={[...path, key]} value={value} expandLevels={3} />
          )}
        </FieldRow>
      ))}
    </FieldRows>
  );
}

function ToolLine({ tool }: { readonly tool: JsonObject }) {
  const description = stringOf(tool['description']);
  return (
    <>
      <span className="font-mono text-sm">{visibleText(toolSummary(tool))}</span>
      {description === null ? null : <span className="ml-2 text-sm text-tertiary">{visibleText(description.slice(0, 200))}</span>}
    </>
  );
}
