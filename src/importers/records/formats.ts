import { clixmlFormat } from './clixml-records.ts'
import { csvFormat } from './csv-records.ts'
import type { FormatReader } from './format-reader.ts'
import { listingFormat } from './listing-records.ts'

/** Every format of records but JSON; the first that recognizes a text reads it. */
export const recordFormats: readonly FormatReader[] = [clixmlFormat, csvFormat, listingFormat]
