import { stringify } from 'yaml'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { type CitationKey, sources } from '../../vocabulary/citations.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import type { CohortFile, MergeFile, StageFile } from '../file/plan-file.ts'

/** The tenant for which a plan is drafted, and what its file says. */
export interface Subject {
  readonly tenant: Tenant
  readonly value: Mapping
  /** The tenant whose people move, for a merge. */
  readonly source?: Tenant
}

/** A stage of a draft, with what it is for and the page that describes it. */
export interface DraftStage extends Omit<StageFile, 'date'> {
  readonly says: string
  readonly source: CitationKey
}

/** A plan to begin with. */
export interface Draft {
  readonly plan: string
  readonly cohorts: readonly CohortFile[]
  readonly stages: readonly DraftStage[]
  readonly merge?: Omit<MergeFile, 'source'>
}

/** Why a tenant has nothing that such a plan could change. */
export interface Unsuitable {
  readonly because: string
  readonly help: string
}

/** Drafts a plan of some kind for a tenant. */
export type Template = (subject: Subject) => Draft | Unsuitable

/** Whether a draft could be made. */
export const isDraft = (made: Draft | Unsuitable): made is Draft => 'stages' in made

const day = 86_400_000
const betweenStages = 14 * day

/** The part of a tenant file under some keys; empty where it is not there. */
export function partOf(value: Mapping, ...keys: readonly string[]): Mapping {
  return keys.reduce<Mapping>((at, key) => {
    const next = at[key]
    return isMapping(next) ? next : {}
  }, value)
}

/** A name that none of the known ones is. */
export function freshName(name: string, known: Iterable<string>): string {
  const taken = new Set([...known].map((one) => one.toLowerCase()))
  return taken.has(name.toLowerCase()) ? `${name} (plan)` : name
}

/** A group that the plan adds. */
export const freshGroup = ({ tenant }: Subject, name: string): string =>
  freshName(
    name,
    [...tenant.surroundings.groups.byName.values()].map((group) => group.name),
  )

/** A policy that the plan adds. */
export const freshPolicy = ({ tenant }: Subject, name: string): string =>
  freshName(
    name,
    tenant.conditionalAccess.policies.flatMap((policy) => [policy.name, policy.displayName ?? '']),
  )

/** People who sign in themselves, without those whose accounts are kept for emergencies. */
export const peopleOf = ({ tenant }: Subject): readonly User[] =>
  [...tenant.users.values()].filter(({ kind, emergencyAccess }) => kind === 'user' && !emergencyAccess)

const emergencyOf = ({ tenant }: Subject): readonly string[] =>
  [...tenant.users.values()].filter((user) => user.emergencyAccess).map(({ userPrincipalName }) => userPrincipalName)

/** Those who are kept apart in every plan. */
export function emergencyCohort(subject: Subject): readonly CohortFile[] {
  const users = emergencyOf(subject)
  return users.length === 0
    ? []
    : [{ name: 'Emergency access', users, reason: 'they must be able to sign in throughout' }]
}

/** Whom a policy leaves out so that someone can always sign in. */
export const excludingEmergency = (subject: Subject): Mapping => {
  const users = emergencyOf(subject)
  return users.length === 0 ? {} : { excludeUsers: users }
}

/** The methods of people, where the file states those of everyone. */
export function unstatedMethods(people: readonly User[]): string | undefined {
  return people.find(({ methods }) => methods === undefined)?.userPrincipalName
}

/** Whether anyone lacks a method, so that registering it changes something. */
export const anyoneLacks = (people: readonly User[], method: string): boolean =>
  people.some(({ methods }) => methods !== undefined && !methods.includes(method))

/** People in a file of their own have no settings that a plan could change. */
export const peopleBeside: Unsuitable = {
  because: 'the people are in a file beside the tenant file',
  help: 'start from a tenant file with some of the people',
}

/** What someone has registered must be known to add to it. */
export const silentMethods = (user: string): Unsuitable => ({
  because: `the tenant file does not state the methods of ${user}`,
  help: 'state `methods` of each user, `[]` for none',
})

/** Those whom no stage moves: guests, whose methods are their home tenant's, and programs. */
function outsideCohort({ tenant }: Subject): readonly CohortFile[] {
  const users = [...tenant.users.values()]
    .filter(({ kind, emergencyAccess }) => kind !== 'user' && !emergencyAccess)
    .map(({ userPrincipalName }) => userPrincipalName)
  return users.length === 0 ? [] : [{ name: 'Guests and programs', users, reason: 'they register nothing here' }]
}

/** The pilot and everyone else, where the people are in the tenant file and are several. */
export function pilotAndOthers(subject: Subject): readonly CohortFile[] | Unsuitable {
  const [first, ...others] = peopleOf(subject)
  if (subject.tenant.population !== undefined) return peopleBeside
  if (first === undefined || others.length === 0)
    return { because: 'the tenant file has fewer than two members', help: 'state the people who go through the stages' }
  return [
    { name: 'Pilot', users: [first.userPrincipalName] },
    ...emergencyCohort(subject),
    ...outsideCohort(subject),
    { name: 'Everyone else', rest: true },
  ]
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')

function stageText({ says, source, ...stage }: DraftStage, date: string): string {
  const { title, url, read } = sources[source]
  const { name, ...rest } = stage
  const yaml = stringify([{ name, date, ...rest }], { lineWidth: 0 })
  return indented(`# ${says}\n# ${title}, ${url} (read ${read})\n${yaml}`)
}

/** A draft as the text of a plan file. */
export function draftText(
  { plan, cohorts, stages, merge }: Draft,
  { tenant }: Subject,
  start: string,
  source?: string,
): string {
  const dated = stages.map((stage, index) =>
    stageText(stage, formatInstant(tenant.asOf + (index + 1) * betweenStages).slice(0, 10)),
  )
  const head = `# A draft: correct the dates, the cohorts and the owners, then run \`authplan plan\` on it.\n${stringify({ plan, start })}`
  const people = cohorts.length === 0 ? '' : `\n${stringify({ cohorts }, { lineWidth: 0 })}`
  const merged =
    merge === undefined || source === undefined
      ? ''
      : `\n${stringify({ merge: { source, ...merge } }, { lineWidth: 0 })}`
  return `${head}${people}\nstages:\n${dated.join('\n')}${merged}`
}
