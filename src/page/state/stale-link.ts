import { parseSignals } from '../../analysis/parse-signals.ts'
import { parseInstant } from '../../source/text/parse-values.ts'
import { purposes } from '../../vocabulary/requests.ts'
import { editOfParts } from '../edit/edit.ts'
import { architectureOf } from '../plan/architecture-of.ts'
import type { Plan } from '../plan/plan.ts'
import { addressParts, audiences, entriesOf } from './address.ts'
import { tones } from './cell.ts'
import { againsts, askKeys, groupings, views } from './state.ts'

type Names = (text: string, plan: Plan) => readonly string[]

const unlessOne =
  (words: readonly string[]) =>
  (text: string): readonly string[] =>
    words.includes(text) ? [] : [text]

/** What each part of an address names that does not exist; a search may say anything. */
const unknownNames: Readonly<Record<string, Names>> = {
  view: unlessOne(views),
  purpose: unlessOne([...purposes, 'main']),
  show: unlessOne(tones),
  group: unlessOne(groupings),
  audience: unlessOne(audiences),
  rows: unlessOne(['clients', 'people']),
  changed: unlessOne(['only']),
  network: (text, { tenant }) => (tenant.networks.has(text) ? [] : [text]),
  date: (text) => (parseInstant(text) === undefined ? [text] : []),
  signal: (text, { tenant }) => (parseSignals([text], tenant.devices).ok ? [] : [text]),
  users: () => [],
  clients: () => [],
  cell: ofCell,
  change: ofChange,
  ask: ofAsk,
  policy: (text, plan) => (hasPolicy(plan, text) ? [] : [text]),
  against: unlessOne(againsts),
  // How many stages there are is no matter of the tenant.
  stage: (text) => (/^\d{1,3}$/.test(text) ? [] : [text]),
  text: () => [],
  example: () => [],
  box: (text, plan) => (hasBox(plan, text) ? [] : [text]),
}

/** What an address names that the file does not have, or this page does not know. */
export function staleNames(address: string, plan: Plan): readonly string[] {
  return entriesOf(address).flatMap(([key, raw]) => {
    const names = Object.hasOwn(unknownNames, key) ? unknownNames[key] : undefined
    const text = key === 'cell' || key === 'change' || key === 'ask' ? raw : (addressParts(raw)[0] ?? '')
    return names === undefined ? [key] : names(text, plan)
  })
}

function ofCell(text: string, { byName, tenant }: Plan): readonly string[] {
  const [user = '', client = '', purpose = ''] = addressParts(text)
  return [
    ...(byName.has(user) ? [] : [user]),
    ...(tenant.clients.has(client) ? [] : [client]),
    ...unlessOne(purposes)(purpose),
  ]
}

const hasPolicy = ({ tenant }: Plan, wanted: string): boolean =>
  tenant.conditionalAccess.policies.some(({ name }) => name === wanted)

const hasBox = ({ tenant, population }: Plan, wanted: string): boolean =>
  architectureOf(tenant, population.users).zones.some(({ boxes }) => boxes.some(({ id }) => id === wanted))

/** A part of a question that does not exist, a person or device that is gone. */
function ofAsk(text: string, { byName, tenant }: Plan): readonly string[] {
  const [key = '', value = ''] = addressParts(text)
  if (key === 'person') return byName.has(value) ? [] : [value]
  if (value.startsWith('device:')) return tenant.devices.has(value.slice('device:'.length)) ? [] : [value]
  return unlessOne(askKeys)(key)
}

/** A change of an entry that is gone changes nothing. */
function ofChange(text: string, plan: Plan): readonly string[] {
  const { byName, tenant } = plan
  const edit = editOfParts(addressParts(text))
  if (edit === undefined) return [text]
  const [section, second, third] = edit.path
  const entry = typeof second === 'object' ? second.item : undefined
  if (section === 'users' && entry !== undefined && !byName.has(entry)) return [entry]
  if (section === 'clients' && entry !== undefined && !tenant.clients.has(entry)) return [entry]
  const policy = second === 'policies' && typeof third === 'object' ? third.item : undefined
  if (policy === undefined) return []
  return hasPolicy(plan, policy) ? [] : [policy]
}
