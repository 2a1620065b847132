import { Download } from 'lucide-react';
import { useState } from 'react';
import { stringOf } from '#base/json.ts';
import type { ExportContext } from '#formats/export/export-format.ts';
import { exportChoices, type ExportChoice } from '#formats/export/export-formats.ts';
import type { Exchange } from '#protocol/exchange.ts';
import type { Recording } from '#model/recording.ts';
import { downloadParts, fileNameOf } from '#ui/download.ts';
import { MenuButton } from '#ui/menu.tsx';

type ExportMenuProps = { readonly recording: Recording; readonly exchanges: readonly Exchange[] };

/** `Export`: everything that the recording at hand can be saved as. */
export function ExportMenu({ recording, exchanges }: ExportMenuProps) {
  const [said, setSaid] = useState<string | null>(null);
  async function save(choice: ExportChoice) {
    const name = fileNameOf(stringOf(recording.response['id']), choice.extension, 'response');
    setSaid(`Writing ${name}…`);
    const isSaved = await saveChoice(choice, name, requestOf(exchanges));
    setSaid(isSaved ? null : `${name} could not be written: it is too big for this browser.`);
  }
  const items = exportChoices(recording).map((choice) => ({
    label: `${choice.title} (.${choice.extension})`,
    note: choice.note,
    onSelect: () => void save(choice),
  }));
  return (
    <div className="relative" onBlur={() => setSaid(null)}>
      <MenuButton
        look="quiet"
        label="Export"
        title="Save this response as a file"
        icon={<Download size={14} aria-hidden />}
        items={items}
      />
      <p
        aria-live="polite"
        className={
          said === null
            ? 'sr-only'
            : 'absolute top-full right-0 z-40 mt-1 w-72 rounded-md border border-line-strong bg-bg p-2.5 text-sm break-words shadow-lg'
        }
      >
        {said}
      </p>
    </div>
  );
}

/** False where the browser refuses; what it lacks then is memory. */
async function saveChoice(choice: ExportChoice, name: string, request: ExportContext['request']): Promise<boolean> {
  try {
    downloadParts(name, await choice.write({ request, now: Date.now() }), choice.mediaType);
    return true;
  } catch {
    return false;
  }
}

/** The request that the response first came by: that for its stream, where there was one. */
function requestOf(exchanges: readonly Exchange[]): ExportContext['request'] {
  const own = exchanges.filter(({ method, purpose }) => method === 'GET' && purpose !== 'input items');
  const first = own.find(({ url }) => /[?&]stream=true/.test(url)) ?? own.at(-1);
  return first === undefined ? null : { method: first.method, url: first.url, headers: first.requestHeaders };
}
