// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ExternalLink } from './external-link.tsx';
import { UrlLink } from './url-link.tsx';

afterEach(cleanup);

describe('links out of foreign data', () => {
  it('name the host they lead to and tell it nothing', () => {
    render(<ExternalLink url="https://docs.example/a">the docs</ExternalLink>);
    const link = screen.getByRole('link', { name: /^the docs\s+docs\.example/ });
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link.getAttribute('target')).toBe('_blank');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/relative', 'no url'])('are text when they are not safe: %s', (url) => {
    const { container } = render(
      <>
        <ExternalLink url={url}>click here</ExternalLink>
        <UrlLink url={url} />
      </>,
    );
    expect(screen.queryByRole('link')).toBeNull();
    expect(container.textContent).toBe(`click here (${url})${url}`);
  });

  it('show a whole URL, with nothing hidden in it', () => {
    const { container } = render(<UrlLink url={'https://shop.example/a\u202etxt.exe'} />);
    expect(container.textContent).toBe('https://shop.example/a⟨U+202E⟩txt.exe');
  });

  it.each(['https://bank.example@evil.example/', 'https:evil.example', 'https://bücher.example/'])('name the real host of %s', (url) => {
    const { container } = render(<UrlLink url={url} />);
    expect(container.textContent).toBe(`${url} ${new URL(url).host}`);
  });
});
