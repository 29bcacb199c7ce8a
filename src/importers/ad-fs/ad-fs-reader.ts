import type { Fragment, RecordReader } from '../fragment.ts'
import { cover, emptyDraft, fragmentOf, state, viewOf } from '../records/draft.ts'
import type { RecordView } from '../records/fields.ts'
import { textOf } from '../records/fields.ts'
import type { ExportRecord } from '../records/record.ts'
import { inStableOrder } from '../records/stable-order.ts'
import { type AdfsNoun, adfsKindOf } from './kinds.ts'
import { type AdfsReading, hostNameIn, type ReadAdfs, unnamedProvider } from './provider.ts'
import { relyingPartyTrusts, secondFactorOf } from './relying-parties.ts'
import {
  readAuthenticationPolicy,
  readClaimsProviders,
  readEndpoints,
  readFarm,
  readProperties,
} from './service-settings.ts'

const unused: ReadAdfs = ({ draft }, views) => {
  for (const view of views) cover(draft, view, `${textOf({ ...view, report: () => {} }, 'name') ?? ''}`, 'unused')
}

/** The rules for all relying parties count with those of Microsoft Entra ID. */
const additional: ReadAdfs = ({ draft }, views) => {
  for (const view of views) cover(draft, view, '', 'understood')
}

const policies: ReadAdfs = ({ draft }, views) => {
  const note = 'built-in policies are known by name; for any other, the relying party trust is reported'
  for (const view of views) cover(draft, view, `${textOf(view, 'name') ?? ''}`, 'not-imported', note)
}

function readersFor(global: readonly RecordView[]): { readonly [Noun in AdfsNoun]: ReadAdfs } {
  return {
    adfsrelyingpartytrust: relyingPartyTrusts(global.map(secondFactorOf)),
    adfsglobalauthenticationpolicy: readAuthenticationPolicy,
    adfsproperties: readProperties,
    adfsendpoint: readEndpoints,
    adfsadditionalauthenticationrule: additional,
    adfsclaimsprovidertrust: readClaimsProviders,
    adfsaccesscontrolpolicy: policies,
    adfsfarminformation: readFarm,
    adfscertificate: unused,
    adfssyncproperties: unused,
    adfsclaimdescription: unused,
    adfsapplicationgroup: unused,
    adfsclient: unused,
    adfsauthenticationprovider: unused,
  }
}

function readAdfs(records: readonly ExportRecord[]): Fragment {
  const draft = emptyDraft()
  const byNoun = new Map<AdfsNoun, RecordView[]>()
  for (const record of inStableOrder(records)) {
    const kind = adfsKindOf(record)
    if (kind !== undefined) byNoun.set(kind.noun, [...(byNoun.get(kind.noun) ?? []), viewOf(draft, record, kind.title)])
  }
  const of = (noun: AdfsNoun): readonly RecordView[] => byNoun.get(noun) ?? []
  const name = hostNameIn(of('adfsproperties'), of('adfsendpoint')) ?? unnamedProvider
  const reading: AdfsReading = { draft, provider: ['identityProviders', name] }
  const [first] = records
  if (first !== undefined) state(draft, [...reading.provider, 'product'], 'ad-fs', first.at)
  const readers = readersFor(of('adfsadditionalauthenticationrule'))
  for (const [noun, views] of byNoun) readers[noun](reading, views)
  return fragmentOf(draft)
}

/** Reads the output of AD FS cmdlets. */
export const adfsReader: RecordReader = {
  product: 'ad-fs',
  kind: 'object of AD FS',
  recognizes: (record) => adfsKindOf(record) !== undefined,
  read: readAdfs,
}
