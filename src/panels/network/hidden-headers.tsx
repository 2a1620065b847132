/** Why the list above is shorter than what the server sent. */
export function HiddenHeaders() {
  return (
    <p className="max-w-3xl py-1.5 text-sm text-secondary">
      The server sent more than this. For another origin a browser lets a page read only <Name>Cache-Control</Name>,{' '}
      <Name>Content-Language</Name>, <Name>Content-Length</Name>, <Name>Content-Type</Name>, <Name>Expires</Name>,{' '}
      <Name>Last-Modified</Name> and <Name>Pragma</Name>, and whatever the server names in <Name>Access-Control-Expose-Headers</Name>:
      OpenAI names <Name>X-Request-ID</Name>, for example, but not its rate limits or <Name>Retry-After</Name>. The rest can be seen in the
      browser’s own developer tools, or with the curl command above.
    </p>
  );
}

function Name({ children }: { readonly children: string }) {
  return <code className="font-mono whitespace-nowrap">{children}</code>;
}
