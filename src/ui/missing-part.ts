/** What browsers, and Vite for styles, say when a part of the page that loads later does not come. There is no name or code to go by. */
const WORDS = /dynamically imported module|Importing a module script failed|Unable to preload CSS/i;

/** True for the failure of `import()`: the part is no longer on the server, or there is no network. */
export function isMissingPart(error: Error): boolean {
  return WORDS.test(error.message);
}
