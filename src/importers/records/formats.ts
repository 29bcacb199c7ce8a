import type { FormatReader } from './format-reader.ts'

/** Every format of records but JSON; the first that recognizes a text reads it. */
export const recordFormats: readonly FormatReader[] = []
