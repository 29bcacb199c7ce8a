import { planOf } from '../../analysis/matrix/plan.ts'
import { type WhyNot, whyNot } from '../../analysis/why-not/why-not.ts'
import { leverWords } from '../../report/text/why-not-text.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import type { ClientName, UserName } from '../../vocabulary/requests.ts'
import { compared } from '../scenario/ledger.ts'
import { problem } from '../scenario/problem.ts'
import type { Rows } from '../scenario/rows.ts'
import { instantOf, play, type SignInWorld, tenantOf } from '../scenario/world.ts'
import { type StepDefinition, step, tableStep } from './definition.ts'
import { readTable } from './tables.ts'

/** Every smallest set is compared, however many there are. */
const all = 1000

function search(world: SignInWorld, user: UserName, credential: Credential, client: ClientName): WhyNot {
  tenantOf(world)
  if (world.file === undefined) throw problem('no tenant architecture is set')
  const { source, reader } = world.tenants.source(world.file, world.changes)
  const plan = planOf(source, reader, instantOf(world))
  if (!plan.ok) throw problem(`the tenant architecture has errors\n${renderShown(plan.diagnostics)}`)
  const network = world.network === undefined ? {} : { network: world.network }
  const filter = { user, client, ...network, signals: world.signals }
  const wanted = (traces: Parameters<typeof sessionVerdict>[0]): boolean => {
    const verdict = sessionVerdict(traces)
    return verdict.kind === 'signs-in' && verdict.credentials.join() === credential
  }
  const found = whyNot({ plan: plan.value, filter, wanted, reader, limit: all })
  if (!found.ok) throw problem(`the tenant architecture has errors\n${renderShown(found.diagnostics)}`)
  if (found.value.requests.length === 0) throw problem('there is no such sign-in, so the step does not assert anything')
  compared(world.ledger, found.value.requests.length)
  for (const { purpose, network: from } of found.value.requests)
    world.recorder?.sessions(play(world, { user, client, purpose, network: from }))
  return found.value
}

/** The current wording of a change: features may use the wording of earlier versions. */
const currentWords = (words: string): string =>
  words.replace(/\b(replace \S+) by (?=\S)/g, '$1 with ').replaceAll(': take out ', ': remove ')

const setWords = ({ sets }: WhyNot): readonly string[] => sets.map(({ levers }) => levers.map(leverWords).join(' and '))

function takes(
  world: SignInWorld,
  user: UserName,
  credential: Credential,
  client: ClientName,
  count: number,
  rows: Rows,
): void {
  const table = readTable(rows, ['changes'], ['changes'])
  const found = search(world, user, credential, client)
  const known = setWords(found)
  const list = known.map((words) => `\n  ${words}`).join('')
  if (found.already) throw problem(`expected: ${count} changes\nactual:   none, the sign-in already ends that way`)
  if (found.size !== count)
    throw problem(`expected: ${count} changes\nactual:   ${found.size === 0 ? 'no pair is enough' : found.size}${list}`)
  const missing = table.rows
    .map(({ cells }) => currentWords(cells.get('changes') ?? ''))
    .filter((words) => !known.includes(words))
  if (missing.length > 0) throw problem(`expected: ${missing.join('\n          ')}\nactual:   ${list}`)
}

/** Assertions on the changes that would give a sign-in another outcome. */
export const thenReachable: readonly StepDefinition[] = [
  tableStep(
    'Then',
    'for {user} to use {credential} with {client} it takes {int} change(s), such as:',
    {
      says: 'the smallest sets found by `authplan why-not` have this many changes and include these',
      example:
        'Then for the finance lead to use the interactive sign-in with Outlook 2010 it takes 1 change, such as:\n  | changes                                 |\n  | replace outlook-2010 with outlook-2019 |',
    },
    takes,
  ),
  step(
    'Then',
    'for {user} to use {credential} with {client} no two changes are enough',
    {
      says: '`authplan why-not` finds no single change or pair of changes that achieves it',
      example:
        'Then for the finance lead to use an app password with windows-powershell-basic no two changes are enough',
    },
    (world, user, credential, client) => {
      const found = search(world, user, credential, client)
      if (found.already)
        throw problem('expected: no two changes are enough\nactual:   the sign-in already ends that way')
      const list = setWords(found).map((words) => `\n  ${words}`)
      if (list.length > 0) throw problem(`expected: no two changes are enough\nactual:   ${list.join('')}`)
    },
  ),
]
