import type { RecordReader } from './fragment.ts'

/** Every reader of records; the first that recognizes a record reads it. */
export const readers: readonly RecordReader[] = []
