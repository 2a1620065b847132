/** One row per event. Typed arrays, since a million objects would weigh more than the bytes they describe. */
export type EventRow = {
  /** Where the event stands in the bytes of its connection. */
  readonly offset: number;
  readonly length: number;
  /** A number for its type: the position in the log's list of type names. */
  readonly typeNumber: number;
  /** Null where the event has none. */
  readonly sequenceNumber: number | null;
  readonly outputIndex: number | null;
  /** When the network read that completed it arrived, in milliseconds of the clock that the log was given. */
  readonly arrival: number;
  /** The number of that read, from 0 over all connections. */
  readonly read: number;
};

/** Rows as they are stored, column by column; all of the same length. They can be handed to another thread without being copied. */
export type EventRows = {
  readonly offset: Float64Array<ArrayBuffer>;
  readonly size: Uint32Array<ArrayBuffer>;
  readonly type: Uint32Array<ArrayBuffer>;
  /** NaN where there is none. */
  readonly sequenceNumber: Float64Array<ArrayBuffer>;
  /** -1 where there is none. */
  readonly outputIndex: Int32Array<ArrayBuffer>;
  readonly arrival: Float64Array<ArrayBuffer>;
  readonly read: Uint32Array<ArrayBuffer>;
};

export type EventColumns = {
  readonly length: () => number;
  readonly push: (row: EventRow) => void;
  readonly pushRows: (rows: EventRows) => void;
  /** Undefined beyond the last row. */
  readonly rowAt: (index: number) => EventRow | undefined;
  /** Copies of all rows, which leaves none. */
  readonly drain: () => EventRows;
};

const FIRST_CAPACITY = 256;
const NO_INDEX = -1;
/** No server counts further; what is beyond has no index in the table. */
const GREATEST_INDEX = 2 ** 31 - 1;

/** Rows that grow by doubling: pushing costs the same, on average, however many there are. */
export function createEventColumns(): EventColumns {
  let length = 0;
  let columns = allocate(FIRST_CAPACITY);

  function makeRoom(count: number) {
    const capacity = columns.read.length;
    if (length + count > capacity) columns = copied(columns, allocate(Math.max(capacity * 2, length + count)), 0);
  }

  function push(row: EventRow) {
    if (length === columns.read.length) makeRoom(1);
    columns.offset[length] = row.offset;
    columns.size[length] = row.length;
    columns.type[length] = row.typeNumber;
    columns.sequenceNumber[length] = row.sequenceNumber ?? Number.NaN;
    columns.outputIndex[length] = row.outputIndex === null || row.outputIndex > GREATEST_INDEX ? NO_INDEX : row.outputIndex;
    columns.arrival[length] = row.arrival;
    columns.read[length] = row.read;
    length += 1;
  }

  function pushRows(rows: EventRows) {
    makeRoom(rows.read.length);
    copied(rows, columns, length);
    length += rows.read.length;
  }

  function drain(): EventRows {
    const rows = firstRows(columns, length);
    length = 0;
    return rows;
  }

  return {
    length: () => length,
    push,
    pushRows,
    rowAt: (index) => (index >= 0 && index < length ? rowOf(columns, index) : undefined),
    drain,
  };
}

/** The memory under the rows, to be handed over with them. */
export function buffersOf(rows: EventRows): ArrayBuffer[] {
  return Object.values(rows).map(({ buffer }) => buffer);
}

function allocate(capacity: number): EventRows {
  return {
    offset: new Float64Array(capacity),
    size: new Uint32Array(capacity),
    type: new Uint32Array(capacity),
    sequenceNumber: new Float64Array(capacity),
    outputIndex: new Int32Array(capacity),
    arrival: new Float64Array(capacity),
    read: new Uint32Array(capacity),
  };
}

function copied(from: EventRows, to: EventRows, at: number): EventRows {
  to.offset.set(from.offset, at);
  to.size.set(from.size, at);
  to.type.set(from.type, at);
  to.sequenceNumber.set(from.sequenceNumber, at);
  to.outputIndex.set(from.outputIndex, at);
  to.arrival.set(from.arrival, at);
  to.read.set(from.read, at);
  return to;
}

function firstRows(rows: EventRows, count: number): EventRows {
  return {
    offset: rows.offset.slice(0, count),
    size: rows.size.slice(0, count),
    type: rows.type.slice(0, count),
    sequenceNumber: rows.sequenceNumber.slice(0, count),
    outputIndex: rows.outputIndex.slice(0, count),
    arrival: rows.arrival.slice(0, count),
    read: rows.read.slice(0, count),
  };
}

function rowOf(columns: EventRows, index: number): EventRow {
  const sequenceNumber = columns.sequenceNumber[index] ?? Number.NaN;
  const outputIndex = columns.outputIndex[index] ?? NO_INDEX;
  return {
    offset: columns.offset[index] ?? 0,
    length: columns.size[index] ?? 0,
    typeNumber: columns.type[index] ?? 0,
    sequenceNumber: Number.isNaN(sequenceNumber) ? null : sequenceNumber,
    outputIndex: outputIndex === NO_INDEX ? null : outputIndex,
    arrival: columns.arrival[index] ?? 0,
    read: columns.read[index] ?? 0,
  };
}
