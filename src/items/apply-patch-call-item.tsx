import { FileDiff } from 'lucide-react';
import { objectOf, stringOf, type JsonObject } from '#base/json.ts';
import { countPatch, describeCounts, parsePatch, type PatchCounts } from '#base/patch-lines.ts';
import { DiffView } from '#ui/diff-view.tsx';
import { useIsGrowing } from '#ui/growing.ts';
import { CALL_FIELDS, CallFacts, missingOutput } from './call-facts.tsx';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { PatchOutcome } from './patch-outcome.tsx';
import { FilePath } from './patched-file.tsx';
import { lineOf } from './summary-text.ts';
import { OtherFields, type ExpectedFields } from './expected-fields.tsx';
import { ItemField } from './item-place.tsx';

export const applyPatchCallItem: ItemDefinition = {
  icon: FileDiff,
  title: () => 'Apply patch',
  summary: (item, { partner }) => {
    const operation = objectOf(item['operation']);
    const verb = lineOf(stringOf(operation?.['type']) ?? 'change')
      .replace(/_file$/, '')
      .replaceAll('_', ' ');
    const path = lineOf(stringOf(operation?.['path']) ?? 'a file without a path');
    const isRefused = partner?.item['status'] === 'failed';
    return [verb, path, describeCounts(countsOf(item)), isRefused ? '→ not applied' : ''].filter((word) => word !== '').join(' ');
  },
  notice: missingOutput,
  fields: { operation: 'object', ...CALL_FIELDS },
  Body: ApplyPatchCallBody,
};

const OPERATION_FIELDS: ExpectedFields = { type: 'string', path: 'string', diff: 'string' };

const VERBS: Readonly<Record<string, string>> = {
  create_file: 'Creates the file',
  update_file: 'Updates the file',
  delete_file: 'Deletes the file',
};

function ApplyPatchCallBody({ item, context }: ItemProps) {
  const operation = objectOf(item['operation']);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      {operation === null ? <p className="text-secondary">No operation was sent.</p> : <Operation operation={operation} />}
      {context.partner === null ? null : <PatchOutcome output={context.partner.item} />}
      {operation === null ? null : <OtherFields value={operation} expected={OPERATION_FIELDS} />}
      <CallFacts item={item} />
    </div>
  );
}

function Operation({ operation }: { readonly operation: JsonObject }) {
  const type = stringOf(operation['type']);
  const path = stringOf(operation['path']);
  const diff = stringOf(operation['diff']);
  return (
    <>
      <p className="flex min-w-0 flex-wrap items-center gap-x-2">
        <span>{(type !== null && Object.hasOwn(VERBS, type) ? VERBS[type] : null) ?? 'Changes the file'}</span>
        <ItemField of={operation} name="path" isInline>
          {path === null ? <span className="text-secondary">(no path was sent)</span> : <FilePath path={path} />}
        </ItemField>
        {type === null ? null : (
          <ItemField of={operation} name="type" isInline>
            <code className="font-mono text-sm text-tertiary">{lineOf(type)}</code>
          </ItemField>
        )}
        {diff === null || diff === '' ? null : <Counts counts={countPatch(parsePatch(diff))} />}
      </p>
      {diff === null || diff === '' ? (
        <NoDiff type={type} diff={diff} />
      ) : (
        <ItemField of={operation} name="diff">
          <DiffView patch={diff} label={`Patch of ${lineOf(path ?? 'a file')}`} />
        </ItemField>
      )}
    </>
  );
}

function Counts({ counts: { added, removed } }: { readonly counts: PatchCounts }) {
  return (
    <span className="font-mono text-sm whitespace-nowrap">
      <span className="text-good">+{added}</span> <span className="text-error">−{removed}</span>
    </span>
  );
}

/** A file is deleted without a diff; anything else without one is worth a word. */
function NoDiff({ type, diff }: { readonly type: string | null; readonly diff: string | null }) {
  const isGrowing = useIsGrowing();
  if (type === 'delete_file') return null;
  return <p className="text-secondary">{isGrowing ? 'No diff yet.' : diff === '' ? '(an empty diff)' : 'No diff was sent.'}</p>;
}

function countsOf(item: JsonObject): PatchCounts {
  return countPatch(parsePatch(stringOf(objectOf(item['operation'])?.['diff']) ?? ''));
}
