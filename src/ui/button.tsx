import type { ButtonHTMLAttributes } from 'react';

const LOOKS = {
  primary: 'bg-accent text-on-accent border-transparent font-semibold hover:brightness-110 disabled:brightness-100',
  plain: 'bg-bg text-text border-line-strong hover:bg-inset',
  danger: 'bg-bg text-error border-error font-semibold hover:bg-inset',
  quiet: 'bg-transparent text-secondary border-transparent hover:bg-inset hover:text-text',
} as const;

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { readonly look?: keyof typeof LOOKS; readonly size?: 'normal' | 'small' };

export function Button({ look = 'plain', size = 'normal', className = '', ...rest }: ButtonProps) {
  const space = size === 'small' ? 'h-6 px-2 text-sm' : 'h-8 px-3';
  return (
    <button
      type="button"
      data-own-words
      className={`inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border whitespace-nowrap transition-colors disabled:opacity-50 ${space} ${LOOKS[look]} ${className}`}
      {...rest}
    />
  );
}
