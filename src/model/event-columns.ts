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

export type EventColumns = {
  readonly length: () => number;
  readonly push: (row: EventRow) => void;
  /** Undefined beyond the last row. */
  readonly rowAt: (index: number) => EventRow | undefined;
};

const FIRST_CAPACITY = 256;
const NO_INDEX = -1;
/** No server counts further; what is beyond has no index in the table. */
const GREATEST_INDEX = 2 ** 31 - 1;

/** Rows that grow by doubling: pushing costs the same, on average, however many there are. */
export function createEventColumns(): EventColumns {
  let length = 0;
  let columns = allocate(FIRST_CAPACITY);
  return {
    length: () => length,
    push: (row) => {
      if (length === columns.read.length) columns = copied(columns, allocate(length * 2));
      columns.offset[length] = row.offset;
      columns.size[length] = row.length;
      columns.type[length] = row.typeNumber;
      columns.sequenceNumber[length] = row.sequenceNumber ?? Number.NaN;
      columns.outputIndex[length] = row.outputIndex === null || row.outputIndex > GREATEST_INDEX ? NO_INDEX : row.outputIndex;
      columns.arrival[length] = row.arrival;
      columns.read[length] = row.read;
      length += 1;
    },
    rowAt: (index) => (index >= 0 && index < length ? rowOf(columns, index) : undefined),
  };
}

type Columns = ReturnType<typeof allocate>;

function allocate(capacity: number) {
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

function copied(from: Columns, to: Columns): Columns {
  to.offset.set(from.offset);
  to.size.set(from.size);
  to.type.set(from.type);
  to.sequenceNumber.set(from.sequenceNumber);
  to.outputIndex.set(from.outputIndex);
  to.arrival.set(from.arrival);
  to.read.set(from.read);
  return to;
}

function rowOf(columns: Columns, index: number): EventRow {
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
