import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { formatCount } from '#base/format-number.ts';
import { stringOf, type JsonObject } from '#base/json.ts';
import { Button } from '#ui/button.tsx';
import { LongText } from '#ui/long-text.tsx';
import { pointWords, type ScreenAction } from './screen-actions.ts';
import { hasImage, Screenshot } from './screenshot.tsx';
import { isOutside, ScreenshotMarks, type ImageSize } from './screenshot-marks.tsx';
import { lineOf } from './summary-text.ts';
import { OtherFields } from './expected-fields.tsx';
import { ItemField, useDataPath } from './item-place.tsx';

type ActionsOnScreenProps = {
  readonly actions: readonly ScreenAction[];
  /** The `output` with the screenshot, where there is one. */
  readonly output: JsonObject | null;
  /** Which action is looked at first. */
  readonly startsAt: number;
  /** Says of which moment the screenshot is. */
  readonly caption: string | null;
};

/** Actions in words and drawn on a screenshot, to be gone through one by one. */
export function ActionsOnScreen({ actions, output, startsAt, caption }: ActionsOnScreenProps) {
  const [current, setCurrent] = useState(Math.max(0, startsAt));
  const last = actions.length - 1;
  const hasMarks = actions.some(({ points }) => points.length > 0) && output !== null && hasImage(output);
  function step(event: KeyboardEvent) {
    const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    setCurrent((at) => Math.min(last, Math.max(0, at + by)));
  }
  return (
    <div
      className={`grid min-w-0 grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-2 ${actions.length > 0 && output !== null ? '@4xl:grid-cols-[20rem_minmax(0,1fr)]' : ''}`}
    >
      {actions.length === 0 ? null : (
        <div className="min-w-0">
          {last > 0 && hasMarks ? <Stepper current={current} count={actions.length} onChoose={setCurrent} onKeyDown={step} /> : null}
          <ol aria-label="Actions" className="grid min-w-0 gap-0.5">
            {actions.map((action, index) => (
              <ActionRow
                // oxlint-disable-next-line react/no-array-index-key
                key={index}
                action={action}
                number={index + 1}
                isCurrent={hasMarks && index === current}
                onChoose={last > 0 && hasMarks ? () => setCurrent(index) : null}
                onKeyDown={step}
              />
            ))}
          </ol>
        </div>
      )}
      {output === null ? null : (
        <div className="min-w-0">
          {caption === null ? null : <p className="mb-1 text-sm text-secondary">{caption}</p>}
          <ItemField of={output} name="image_url">
            <Screenshot
              output={output}
              renderMarks={hasMarks ? (size) => <Marks actions={actions} current={current} size={size} /> : null}
            />
          </ItemField>
        </div>
      )}
    </div>
  );
}

/** The marks, and a word about those that the picture has no room for. */
function Marks({
  actions,
  current,
  size,
}: {
  readonly actions: readonly ScreenAction[];
  readonly current: number;
  readonly size: ImageSize;
}) {
  const outside = actions.flatMap(({ points }) => points).filter((point) => isOutside(point, size)).length;
  return (
    <>
      <ScreenshotMarks actions={actions} current={current} size={size} />
      {outside === 0 ? null : (
        <span className="absolute inset-x-0 bottom-0 bg-raised px-2 py-0.5 text-sm text-warning">
          {formatCount(outside, 'place')} outside of this screenshot
        </span>
      )}
    </>
  );
}

type StepperProps = {
  readonly current: number;
  readonly count: number;
  readonly onChoose: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

function Stepper({ current, count, onChoose, onKeyDown }: StepperProps) {
  return (
    <div role="group" aria-label="Step through the actions" className="mb-1 flex items-center gap-1">
      <Button
        size="small"
        aria-label="Previous action"
        disabled={current === 0}
        onClick={() => onChoose(current - 1)}
        onKeyDown={onKeyDown}
      >
        <ChevronLeft size={13} aria-hidden />
      </Button>
      <span aria-live="polite" className="min-w-24 text-center text-sm text-secondary tabular-nums">
        action {current + 1} of {count}
      </span>
      <Button
        size="small"
        aria-label="Next action"
        disabled={current === count - 1}
        onClick={() => onChoose(current + 1)}
        onKeyDown={onKeyDown}
      >
        <ChevronRight size={13} aria-hidden />
      </Button>
    </div>
  );
}

type ActionRowProps = {
  readonly action: ScreenAction;
  readonly number: number;
  readonly isCurrent: boolean;
  /** Null where there is nothing to choose. */
  readonly onChoose: (() => void) | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

function ActionRow({ action, number, isCurrent, onChoose, onKeyDown }: ActionRowProps) {
  const dataPath = useDataPath();
  const type = stringOf(action.fields['type']) ?? '';
  const words = (
    <>
      <span className="w-5 shrink-0 text-right text-tertiary tabular-nums">{number}</span>
      <span className={`min-w-0 wrap-anywhere ${isCurrent ? 'font-semibold' : ''}`}>{action.words}</span>
      {type === action.words ? null : (
        <ItemField of={action.fields} name="type" isInline className="shrink-0">
          <code className="font-mono text-sm text-tertiary">{lineOf(type)}</code>
        </ItemField>
      )}
    </>
  );
  const look = 'flex min-h-6 w-full min-w-0 items-baseline gap-2 rounded px-1 py-0.5 text-left';
  return (
    <li data-path={dataPath(action.fields)} className="min-w-0">
      {onChoose === null ? (
        <div className={look}>{words}</div>
      ) : (
        <button
          type="button"
          aria-current={isCurrent ? 'step' : undefined}
          onClick={onChoose}
          onKeyDown={onKeyDown}
          className={`${look} hover:bg-raised ${isCurrent ? 'bg-selected' : ''}`}
        >
          {words}
        </button>
      )}
      <div className="pl-8">
        <ActionDetail action={action} />
        <OtherFields value={action.fields} expected={action.said} />
      </div>
    </li>
  );
}

/** More of a text or a path than fits into words. */
function ActionDetail({ action: { fields, points, said } }: { readonly action: ScreenAction }) {
  const text = Object.hasOwn(said, 'text') ? (stringOf(fields['text']) ?? '') : '';
  if (text.length > 120 || /[\r\n\t]|^\s|\s$| {2}/.test(text)) {
    return (
      <ItemField of={fields} name="text" className="rounded border border-line bg-raised px-2 py-1">
        <LongText text={text} isMonospace />
      </ItemField>
    );
  }
  if (points.length <= 2) return null;
  return (
    <ItemField of={fields} name="path">
      <LongText text={points.map(pointWords).join(' → ')} isMonospace />
    </ItemField>
  );
}
