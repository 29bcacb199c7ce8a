import { adfsOfLitware } from '../ad-fs/ad-fs.fixture.ts'
import { exchangeOnlineOfLitware, exchangeServerOfLitware, type Printed, skypeOfLitware } from '../company.fixture.ts'
import { forms } from '../formats.fixture.ts'
import {
  type Asked,
  administrators,
  directoryOfLitware,
  membersOfStaff,
  notOfTheArchitecture,
} from './directory.fixture.ts'
import { devicesOfLitware, inventoryOfLitware, peopleOfLitware } from './people.fixture.ts'
import { dscOfLitware, type Files, terraformOfLitware } from './policies.fixture.ts'

/** How one folder of exports is written. */
export interface Variant {
  /** The form of what cmdlets print, of `forms`. */
  readonly printed: (index: number) => string
  readonly graph: keyof typeof graphForms
  readonly terraform: string
  readonly people: string
}

const context = (address: string): string => `https://graph.microsoft.com/v1.0/$metadata#${address}`
const json = (value: unknown): string => JSON.stringify(value, undefined, 2)

const pascal = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(pascal)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key.startsWith('@') ? key : `${key.charAt(0).toUpperCase()}${key.slice(1)}`,
      pascal(part),
    ]),
  )
}

const fileOf = (address: string): string => address.replaceAll(/[^A-Za-z]+/g, '-')

/** One object a file, as EntraExporter writes them: the members of a group or role are in folders below it. */
function oneFileEach({ address, objects }: Asked): Files {
  const files = new Map<string, string>()
  for (const { members, ...object } of objects) {
    const folder = `${address.charAt(0).toUpperCase()}${address.slice(1)}/${object['id']}`
    files.set(`entra/${folder}/${object['id']}.json`, json(object))
    const own = address === 'groups' ? membersOfStaff : administrators
    for (const member of members === undefined ? [] : own)
      files.set(`entra/${folder}/Members/${member.id}/${member.id}.json`, json(member))
  }
  return Object.fromEntries(files)
}

/** Every form in which the answers of Graph may be kept. */
export const graphForms = {
  pages: ({ address, objects }: Asked): Files => ({
    [`graph/${fileOf(address)}.json`]: json({ '@odata.context': context(address), value: objects }),
  }),
  'one object a file': oneFileEach,
  'objects of the SDK': ({ address, objects }: Asked): Files => ({
    [`graph/${fileOf(address)}.json`]: json(objects.map(pascal)),
  }),
  'JSON Lines': ({ address, objects }: Asked): Files => ({
    [`graph/${fileOf(address)}.jsonl`]: objects.map((one) => `${JSON.stringify(one)}\n`).join(''),
  }),
} as const satisfies Readonly<Record<string, (asked: Asked) => Files>>

function printedFiles(folder: string, all: readonly Printed[], form: Variant['printed']): Files {
  return Object.fromEntries(
    all.map((one, index) => {
      const [ending, write] = forms[form(index)] ?? ['', () => '']
      return [`${folder}/${one.cmdlet}.${ending}`, write(one)] as const
    }),
  )
}

/** A folder that mixes all kinds of exports of one company. */
export function folderOfLitware({ printed, graph, terraform, people }: Variant): Files {
  const answers = [...directoryOfLitware, ...notOfTheArchitecture].map(graphForms[graph])
  return Object.assign(
    {},
    ...answers,
    terraformOfLitware[terraform],
    dscOfLitware,
    printedFiles('exchange/online', exchangeOnlineOfLitware, printed),
    printedFiles('exchange/on-premises', exchangeServerOfLitware, printed),
    printedFiles('skype', skypeOfLitware, printed),
    printedFiles('ad-fs', adfsOfLitware, printed),
    printedFiles('clients', [devicesOfLitware], printed),
    inventoryOfLitware,
    peopleOfLitware[people],
  )
}
