import { adFsSources } from './sources/ad-fs.ts'
import { conditionalAccessSources } from './sources/conditional-access.ts'
import { devicesSources } from './sources/devices.ts'
import { entraMethodsSources } from './sources/entra-methods.ts'
import { entraSignInSources } from './sources/entra-sign-in.ts'
import { exchangeOnlineSources } from './sources/exchange-online.ts'
import { exchangeServerSources } from './sources/exchange-server.ts'
import { graphSources } from './sources/graph.ts'
import { mailClientsSources } from './sources/mail-clients.ts'
import { microsoft365AppsSources } from './sources/microsoft-365-apps.ts'
import { secondFactorsSources } from './sources/second-factors.ts'
import { skypeSources } from './sources/skype.ts'
import type { Source, Tier } from './sources/source.ts'

/** The bibliography: every public page that a statement of the product rests on. */
export const sources = {
  ...entraMethodsSources,
  ...conditionalAccessSources,
  ...entraSignInSources,
  ...microsoft365AppsSources,
  ...skypeSources,
  ...graphSources,
  ...exchangeOnlineSources,
  ...mailClientsSources,
  ...exchangeServerSources,
  ...devicesSources,
  ...adFsSources,
  ...secondFactorsSources,
} as const satisfies Record<string, Source>

/** The key of a public page. */
export type CitationKey = keyof typeof sources

/** A page and the section of it that a statement rests on. */
export interface Citation {
  readonly source: CitationKey
  readonly section?: string
}

/** The tier of a page. */
export function tierOf(key: CitationKey): Tier {
  const source: Source = sources[key]
  return source.tier ?? 'vendor'
}

/** The tier of a page in words, to follow the day it was read; nothing for a page of the vendor. */
export function tierWords(key: CitationKey): string {
  const tier = tierOf(key)
  return tier === 'vendor' ? '' : tier === 'vendor-mirror' ? ', a copy of a vendor message' : ', a secondary source'
}
