/** Why the list above may be shorter than what the server at `url` sent. */
export function HiddenHeaders({ url }: { readonly url: string }) {
  if (isOwnOrigin(url)) {
    return (
      <p className="max-w-3xl py-1.5 text-sm text-secondary">
        This server has the page’s own origin, so the browser hides none of its headers but <Name>Set-Cookie</Name>.
      </p>
    );
  }
  return (
    <p className="max-w-3xl py-1.5 text-sm text-secondary">
      Whatever else the server sent, the browser keeps from this page. From another origin a page may read only <Name>Cache-Control</Name>,{' '}
      <Name>Content-Language</Name>, <Name>Content-Length</Name>, <Name>Content-Type</Name>, <Name>Expires</Name>,{' '}
      <Name>Last-Modified</Name> and <Name>Pragma</Name>, and what the server names in <Name>Access-Control-Expose-Headers</Name>: OpenAI
      names <Name>X-Request-ID</Name>, for example, but not its rate limits or <Name>Retry-After</Name>. The rest can be seen in the
      browser’s own developer tools, or with the curl command above.
    </p>
  );
}

function isOwnOrigin(url: string): boolean {
  return URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin;
}

function Name({ children }: { readonly children: string }) {
  return <code className="font-mono whitespace-nowrap">{children}</code>;
}
