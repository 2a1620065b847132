/** Something the person at the terminal can put right: `run.mjs` prints its message alone, without a stack, and exits with 1. */
export class Complaint extends Error {
  override readonly name = 'Complaint';
}
