import { adfsReader } from './ad-fs/ad-fs-reader.ts'
import { clientsReader } from './clients/clients-reader.ts'
import { exchangeReader } from './exchange/exchange-reader.ts'
import type { RecordReader } from './fragment.ts'
import { logReader } from './graph/log-reader.ts'
import { peopleReader } from './people/people-reader.ts'
import { skypeReader } from './skype-for-business/skype-reader.ts'

/** Every reader of records; the first that recognizes a record reads it. */
export const readers: readonly RecordReader[] = [
  logReader,
  clientsReader,
  exchangeReader,
  skypeReader,
  adfsReader,
  peopleReader,
]
