import type { Plugin } from 'vite';

/** The one policy of the app (docs/decisions has the reasons); `frame-ancestors` works in a header only. */
export const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self'; manifest-src 'self'; connect-src *; base-uri 'none'; form-action 'none'";
export const HEADER_POLICY = `${POLICY}; frame-ancestors 'none'`;

/** Writes the policy into the built page as a `<meta>`, and sends it as a header from the preview server. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, context) =>
        context.server
          ? html
          : html.replace(
              '<meta charset="utf-8" />',
              `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
            ),
    },
    configurePreviewServer: (server) => {
      server.middlewares.use((_request, response, next) => {
        response.setHeader('Content-Security-Policy', HEADER_POLICY);
        response.setHeader('Referrer-Policy', 'no-referrer');
        response.setHeader('X-Content-Type-Options', 'nosniff');
        next();
      });
    },
  };
}
