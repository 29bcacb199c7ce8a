import type { Client } from '../../catalog/client.ts'
import { clientSettings } from '../../catalog/client-settings.ts'
import { clientOf } from '../../catalog/clients.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath } from '../../source/document/located-document.ts'
import { isOwnClient, ownClient } from '../own-client.ts'
import type { ClientFile } from '../tenant-file.ts'
import type { Check } from './check.ts'

interface Override {
  readonly steps: DocumentPath
  readonly reason: string
  readonly applies: (product: Omit<Client, 'citation'>) => boolean
}

const isOffice = ({ office }: Omit<Client, 'citation'>): boolean => office !== 'not-office'

const overrides: readonly Override[] = [
  { steps: ['installation'], reason: 'it is not Office', applies: isOffice },
  {
    steps: ['accountSetup'],
    reason: 'the way its account was set up does not affect what it does',
    applies: ({ modernDependsOnSetup }) => modernDependsOnSetup === true,
  },
  {
    steps: ['accountServer'],
    reason: 'only ActiveSync clients are redirected by a server',
    applies: ({ protocols }) => Object.values(protocols).some((spoken) => spoken.includes('exchange-activesync')),
  },
  {
    steps: ['registrarCertificate'],
    reason: 'only SIP clients hold one',
    applies: ({ kind, protocols }) =>
      kind === 'skype' || Object.values(protocols).some((spoken) => spoken.includes('sip')),
  },
]

const settings = clientSettings.filter(({ values }) => values.length > 0)

/** Published registry values that clients of this kind do not read. A client of one's own may read any. */
function registryOverrides(file: ClientFile, product: Omit<Client, 'citation'>): readonly Override[] {
  if (isOwnClient(file)) return []
  return Object.keys(file.registry ?? {}).flatMap((key): readonly Override[] => {
    const rows = settings.filter(({ name }) => name.toLowerCase() === key.toLowerCase())
    if (rows.length === 0 || rows.some(({ clients }) => clients.includes(product.id))) return []
    const readers = [...new Set(rows.flatMap(({ clients }) => clients))].join(', ')
    return [{ steps: ['registry', key], reason: `it is read by ${readers}`, applies: () => false }]
  })
}

/** An app id that the vendor publishes for this client is the one it has. */
function appIdOverrides(file: ClientFile, { appId }: Omit<Client, 'citation'>): readonly Override[] {
  if (isOwnClient(file) || appId === undefined || appId === file.appId?.toLowerCase()) return []
  return [{ steps: ['appId'], reason: `the catalog defines it as ${appId}`, applies: () => false }]
}

const capabilities = [
  'kind',
  'platform',
  'office',
  'flows',
  'protocols',
  'prompts',
  'autodiscover',
  'administers',
  'appOnly',
  'confidential',
  'transferMethod',
  'modernDependsOnSetup',
] as const

function valueAt(file: ClientFile, [first, second]: DocumentPath): unknown {
  const value: unknown = Object(file)[first ?? '']
  return second === undefined ? value : Object(value)[second]
}

/** What a client is said to have has an effect on it. */
export const clientOverrideNotApplicable: Check = (file) =>
  file.list('clients').flatMap(({ path, value }): readonly Diagnostic[] => {
    if (typeof value === 'string') return []
    const own = isOwnClient(value)
    const product = own ? ownClient(value) : clientOf((value.client ?? value.name).toLowerCase())
    if (product === undefined) return []
    const useless = [...overrides, ...registryOverrides(value, product), ...appIdOverrides(value, product)].filter(
      ({ steps, applies }) => valueAt(value, steps) !== undefined && !applies(product),
    )
    const known = own ? [] : capabilities.filter((key) => value[key] !== undefined)
    const all = [
      ...useless.map(({ steps, reason }) => ({ steps, reason })),
      ...known.map((key) => ({ steps: [key], reason: 'the catalog defines what its clients can do' })),
    ]
    return all.map(({ steps, reason }) => {
      const args = { client: value.name, key: String(steps.at(-1)), reason }
      return { code: 'TEN-7', args, at: file.document.rangeOfKey([...path, ...steps]) }
    })
  })
