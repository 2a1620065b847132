import { formatCount } from '#base/format-number.ts';
import type { InputList } from '#model/input-items.ts';
import { Banner } from '#ui/banner.tsx';

/** What the reader should know of a list that a server did not send as it was asked to. */
export function InputRemarks({ list }: { readonly list: InputList }) {
  const remarks = remarksOn(list);
  if (remarks.length === 0) return null;
  return (
    <div className="grid gap-2">
      {remarks.map((remark) => (
        <Banner key={remark} kind="warning" title={remark} />
      ))}
    </div>
  );
}

function remarksOn({ ending, isNewestFirst, repeatedCount }: InputList): readonly string[] {
  const remarks: string[] = [];
  if (ending === 'repeats')
    remarks.push('The server says that there are more items, but sends those it sent before. These may not be all.');
  else if (repeatedCount > 0)
    remarks.push(`The server sent ${formatCount(repeatedCount, 'item')} twice, on two pages. Each stands here once.`);
  if (ending === 'no-cursor')
    remarks.push('The server says that there are more items, but its last one has no ID to go on from. These may not be all.');
  if (isNewestFirst) remarks.push('This server lists the newest items first, though it was asked not to. They are turned round here.');
  return remarks;
}
