import type { TenantClient } from '../../tenant/tenant.ts'
import type { Purpose } from '../../vocabulary/requests.ts'
import type { Answer, CellStory, CellSummary, Tone } from '../plan/cell-summary.ts'
import type { Person, Plan } from '../plan/plan.ts'
import { cellKeyOf, keptIn, mainPurpose, purposesFor, summaryFor, type Viewpoint } from './cell.ts'

/** The worst first; every other answer is a way to sign in. */
const worstFirst: readonly Tone[] = ['undetermined', 'blocked', 'no-way-in', 'conflict', 'several']

const badness = ({ tone }: CellSummary): number => {
  const place = worstFirst.indexOf(tone)
  return place < 0 ? worstFirst.length : place
}

/** The story of a cell, worked out once for all equal users; undefined if the client is not used for what is wanted. */
export function storyFor(
  plan: Plan,
  person: Person,
  client: TenantClient,
  wanted: Purpose | 'main',
  viewpoint: Viewpoint,
): CellStory | undefined {
  if (client.users !== undefined && !client.users.includes(person.name)) return undefined
  const alike = plan.grouped?.alike(person.class, client.name)
  const key =
    alike === undefined ? cellKeyOf(person, client, wanted, viewpoint) : `${alike}\n${wanted}\n${viewpoint.network}`
  return keptIn(plan.stories, key, () => storyOf(plan, person, client, wanted, viewpoint))
}

function storyOf(
  plan: Plan,
  person: Person,
  client: TenantClient,
  wanted: Purpose | 'main',
  viewpoint: Viewpoint,
): CellStory | undefined {
  const purposes = wanted === 'main' ? ordered(client, purposesFor(plan, person, client, viewpoint.at)) : [wanted]
  const from = (network: string): readonly CellSummary[] =>
    purposes.flatMap((purpose) => summaryFor(plan, person, client, purpose, { ...viewpoint, network }) ?? [])
  const here = from(viewpoint.network)
  const [first] = here
  if (first === undefined) return undefined
  const worst = here.reduce((bad, one) => (badness(one) < badness(bad) ? one : bad), first)
  const same = here.filter((one) => looksLike(one, worst))
  const others = [...plan.tenant.networks.keys()].filter((network) => network !== viewpoint.network)
  const everywhere = [viewpoint.network, ...others].flatMap((network) =>
    (network === viewpoint.network ? here : from(network)).map((summary) => ({ network, summary })),
  )
  return {
    ...worst,
    signature: here.map(({ purpose, signature }) => `${purpose}: ${signature}`).join('\n'),
    only: same.length === here.length ? [] : same.map(({ purpose }) => purpose),
    answers: answersOf(everywhere),
  }
}

/** What the client is mostly used for comes first. */
function ordered(client: TenantClient, purposes: readonly Purpose[]): readonly Purpose[] {
  const main = mainPurpose(client, purposes)
  return main === undefined ? purposes : [main, ...purposes.filter((purpose) => purpose !== main)]
}

const looksLike = (one: CellSummary, other: CellSummary): boolean => one.tone === other.tone && one.note === other.note

function answersOf(all: readonly { readonly network: string; readonly summary: CellSummary }[]): readonly Answer[] {
  const answers: { summary: CellSummary; purposes: Set<Purpose>; networks: Set<string> }[] = []
  for (const { network, summary } of all) {
    const known = answers.find((answer) => looksLike(answer.summary, summary))
    const answer = known ?? { summary, purposes: new Set<Purpose>(), networks: new Set<string>() }
    if (known === undefined) answers.push(answer)
    answer.purposes.add(summary.purpose)
    answer.networks.add(network)
  }
  return answers.map(({ summary, purposes, networks }) => ({
    summary,
    purposes: [...purposes],
    networks: [...networks],
  }))
}
