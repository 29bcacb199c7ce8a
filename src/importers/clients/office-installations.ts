import { plainHeader } from '../people/headers.ts'
import { type RecordView, textOf } from '../records/fields.ts'
import type { ExportRecord } from '../records/record.ts'
import type { UsedClient } from './mobile-devices.ts'

const columns = {
  product: [
    'Product',
    'Product name',
    'Office product',
    'Product release IDs',
    'Application',
    'App name',
    'Produkt',
    'Produit',
    'Producto',
  ],
  build: ['Build', 'Office build', 'Office version', 'Version', 'App version', 'Version to report', 'Versión'],
  channel: [
    'Channel',
    'Update channel',
    'Office channel',
    'Kanal',
    'Updatekanal',
    'Canal',
    'Canal de mise à jour',
    'Canal de actualización',
  ],
  user: [
    'Last user',
    'Last logged on user',
    'Last signed in user',
    'User',
    'User principal name',
    'UPN',
    'Primary user',
    'Letzter Benutzer',
    'Dernier utilisateur',
    'Último usuario',
  ],
  device: ['Device name', 'Device', 'Computer', 'Gerätename', 'Nom de l’appareil', 'Nombre del dispositivo'],
} as const

type InventoryColumn = keyof typeof columns

/** The field of an inventory that has a column. */
function fieldOf({ fields }: ExportRecord, column: InventoryColumn): string | undefined {
  const wanted = columns[column].map(plainHeader)
  return [...fields.keys()].find((field) => wanted.includes(plainHeader(field)))
}

const has = (record: ExportRecord, column: InventoryColumn): boolean => fieldOf(record, column) !== undefined

/** Whether a row belongs to an inventory of Office: it has a build, and either a channel or a product and a device. */
export function isInstallation(record: ExportRecord): boolean {
  return has(record, 'build') && has(record, 'device') && (has(record, 'channel') || has(record, 'product'))
}

function textIn(view: RecordView, column: InventoryColumn): string {
  const field = fieldOf(view.record, column)
  return field === undefined ? '' : (textOf({ ...view, report: () => {} }, field) ?? '')
}

const generations: readonly (readonly [RegExp, string])[] = [
  [/\b(?:M(?:icrosoft )?365|O(?:ffice )?365)/i, 'outlook-microsoft-365'],
  [/2024/, 'outlook-2024'],
  [/2021/, 'outlook-2021'],
  [/2019/, 'outlook-2019'],
  [/2016/, 'outlook-2016'],
  [/2013/, 'outlook-2013'],
  [/2010/, 'outlook-2010'],
  [/2007/, 'outlook-2007'],
]
const majors: Readonly<Record<string, string>> = { '15': 'outlook-2013', '14': 'outlook-2010', '12': 'outlook-2007' }
const channels = /\b(?:current|monthly|semi-annual|semiannual|enterprise|insider|beta|preview)\b/i

/** The Outlook of an installation; undefined for a product that is not known. */
export function clientOfInstallation(view: RecordView): UsedClient | undefined {
  const [product, build, channel] = [textIn(view, 'product'), textIn(view, 'build'), textIn(view, 'channel')]
  const full = /\b(\d{2}\.0\.\d{3,5}\.\d{2,5})\b/.exec(build)?.[1]
  const named = generations.find(([pattern]) => pattern.test(product))?.[1]
  const byMajor = majors[/^(\d{2})\.0\./.exec(build)?.[1] ?? '']
  // Only Microsoft 365 Apps have channels; for one-time purchases the list must name the product.
  const client = named ?? byMajor ?? (product === '' && channels.test(channel) ? 'outlook-microsoft-365' : undefined)
  if (client === undefined) return undefined
  const person = (textIn(view, 'user') || textIn(view, 'device')).toLowerCase()
  return { client, ...(full === undefined ? {} : { build: full }), person }
}

/** The name of an installation in the report. */
export const nameOfInstallation = (view: RecordView): string => textIn(view, 'product') || textIn(view, 'build')
