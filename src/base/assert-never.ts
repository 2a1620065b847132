/** For the `default` of a switch over one of our own unions: a forgotten member is a compile error, a corrupt value throws. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
