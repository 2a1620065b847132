import { FoldVertical } from 'lucide-react';
import { formatBytes, utf8Length } from '#base/format-bytes.ts';
import { formatCount } from '#base/format-number.ts';
import { stringOf } from '#base/json.ts';
import type { ItemDefinition, ItemProps } from './item-definition.ts';
import { OpaqueText } from './opaque-text.tsx';
import { ItemField } from './item-place.tsx';

export const compactionItem: ItemDefinition = {
  icon: FoldVertical,
  title: () => 'Compaction',
  summary: () => 'earlier context was compacted; only the server can read it',
  openSummary: () => '',
  facts: (item) => {
    const content = stringOf(item['encrypted_content']);
    return [content === null ? '' : `encrypted ${formatBytes(utf8Length(content))}`];
  },
  fields: { encrypted_content: 'string' },
  Body: CompactionBody,
};

function CompactionBody({ item, context }: ItemProps) {
  const content = stringOf(item['encrypted_content']);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5">
      <p>The conversation up to here was folded into this item, and the model went on from it.</p>
      <p className="text-sm text-secondary">
        It can cover{' '}
        {context.position === 0
          ? 'what stood before this list'
          : `what stood before this list and the ${formatCount(context.position, 'item')} above`}
        . Which of it was kept, and in what words, only the server can read.
      </p>
      {content === null ? <p className="text-secondary">No encrypted content was sent.</p> : null}
      {content === null || content === '' ? null : (
        <ItemField of={item} name="encrypted_content">
          <OpaqueText text={content} label="encrypted_content" />
        </ItemField>
      )}
    </div>
  );
}
