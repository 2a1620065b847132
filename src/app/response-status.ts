import { Ban, CircleAlert, CircleCheck, CircleX, Clock, HelpCircle, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { Tone } from '#ui/badge.tsx';

export type StatusLook = { readonly tone: Tone; readonly icon: LucideIcon; readonly words: string };

/** How a status looks. Words come from the wire; a status nobody has told us about is shown neutrally. */
export function statusLook(status: string | null): StatusLook {
  switch (status) {
    case 'completed':
    case 'complete':
      return { tone: 'good', icon: CircleCheck, words: status };
    case 'failed':
      return { tone: 'error', icon: CircleX, words: status };
    case 'incomplete':
      return { tone: 'warning', icon: CircleAlert, words: status };
    case 'cancelled':
    case 'canceled':
      return { tone: 'neutral', icon: Ban, words: status };
    case 'queued':
      return { tone: 'accent', icon: Clock, words: 'queued' };
    case 'in_progress':
      return { tone: 'accent', icon: LoaderCircle, words: 'in progress' };
    default:
      return { tone: 'neutral', icon: HelpCircle, words: status ?? 'no status' };
  }
}
