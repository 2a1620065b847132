/** Numbers in typed memory that grows by doubling: nothing is copied for one that is added, and no object is made. */
export type NumberList = {
  readonly length: () => number;
  readonly push: (number: number) => void;
  /** 0 where there is none. */
  readonly at: (index: number) => number;
};

const FIRST_CAPACITY = 16;

/** Whole numbers from 0 to 4,294,967,295; small ones by the byte. */
export function createWholeNumberList(areSmall = false): NumberList {
  return listOver(areSmall ? (capacity) => new Uint8Array(capacity) : (capacity) => new Uint32Array(capacity));
}

export function createNumberList(): NumberList {
  return listOver((capacity) => new Float64Array(capacity));
}

type Memory = Uint8Array | Uint32Array | Float64Array;

function listOver(allocate: (capacity: number) => Memory): NumberList {
  let memory = allocate(FIRST_CAPACITY);
  let length = 0;
  return {
    length: () => length,
    push: (number) => {
      if (length === memory.length) {
        const longer = allocate(length * 2);
        longer.set(memory);
        memory = longer;
      }
      memory[length] = number;
      length += 1;
    },
    at: (index) => memory[index] ?? 0,
  };
}
