import { formatCount } from '#base/format-number.ts';
import { RESPONSE_RULES, STREAM_RULES } from '#model/problems/problem-rules.ts';
import type { Problem } from '#model/problems/problem.ts';
import { preferencesStore, setPreference } from '#state/preferences.ts';
import { useStore } from '#state/use-store.ts';
import { Button } from '#ui/button.tsx';

/** The rules that the reader does not want to hear of, each with a way back; nothing where there are none. */
export function MutedRules({ muted }: { readonly muted: readonly Problem[] }) {
  const { mutedRules } = useStore(preferencesStore);
  if (mutedRules.length === 0) return null;
  return (
    <section className="mt-2 min-w-0 border-t border-line pt-2 text-sm text-secondary">
      <h2 className="mb-1 px-1 font-semibold">
        Muted <span className="font-normal text-tertiary">{mutedRules.length}</span>
      </h2>
      <ul>
        {mutedRules.map((id) => (
          <li key={id} className="flex min-h-7 flex-wrap items-center gap-x-2 px-1">
            <span className="text-text">{titleOf(id, muted)}</span>
            <code className="font-mono">{id}</code>
            <span>{foundWords(muted.find(({ rule }) => rule.id === id))}</span>
            <Button size="small" className="ml-auto" aria-label={`Unmute: ${titleOf(id, muted)}`} onClick={() => unmute(id)}>
              Unmute
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function unmute(id: string): void {
  setPreference(
    'mutedRules',
    preferencesStore.get().mutedRules.filter((other) => other !== id),
  );
}

function titleOf(id: string, muted: readonly Problem[]): string {
  const rules = [...muted.map(({ rule }) => rule), ...STREAM_RULES, ...RESPONSE_RULES];
  return rules.find((rule) => rule.id === id)?.title ?? 'A rule that is no more';
}

function foundWords(problem: Problem | undefined): string {
  return problem === undefined ? 'found nothing here' : `found ${formatCount(problem.count, 'time')}`;
}
