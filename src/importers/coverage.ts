/** What happened to one object of an export. */
export type CoverageStatus = 'understood' | 'assumed' | 'unused' | 'not-imported' | 'not-understood'

/** One line of an import report. */
export interface CoverageEntry {
  readonly source: string
  /** What it is: `policy`, `domain`, `user` ... */
  readonly kind: string
  readonly name: string
  readonly status: CoverageStatus
  /** The fields concerned, or what was assumed or omitted and what would supply it. */
  readonly note?: string
  /** How many objects of this file it stands for, where they are too many to be named. */
  readonly count?: number
}

const statuses: readonly CoverageStatus[] = ['understood', 'assumed', 'unused', 'not-imported', 'not-understood']
const titles: Readonly<Record<CoverageStatus, string>> = {
  understood: 'understood',
  assumed: 'assumed or undetermined',
  unused: 'read, but not used',
  'not-imported': 'recognized but not imported',
  'not-understood': 'not understood',
}

/** A count and what is counted: `1,204 sign-in records`. */
export function plural(kind: string, count: number): string {
  if (count === 1) return `1 ${kind}`
  const shown = `${count}`.replace(/\B(?=(?:\d{3})+$)/g, ',')
  const [, head, rest] = /^(.+?)( of .+)$/.exec(kind) ?? []
  if (head !== undefined) return `${head.endsWith('s') ? `${shown} ${head}` : plural(head, count)}${rest}`
  if (kind === 'person') return `${shown} people`
  if (/[^aeou]y$/.test(kind)) return `${shown} ${kind.slice(0, -1)}ies`
  return `${shown} ${kind}${/(?:s|x|ch)$/.test(kind) ? 'es' : 's'}`
}

/** Counts by kind, in the order of first appearance. */
function counted(entries: readonly CoverageEntry[]): string {
  const counts = new Map<string, number>()
  for (const { kind, count = 1 } of entries) counts.set(kind, (counts.get(kind) ?? 0) + count)
  return [...counts].map(([kind, count]) => plural(kind, count)).join(', ')
}

/** The report as lines: counts of what was understood, and every other entry by name. */
export function coverageLines(entries: readonly CoverageEntry[]): readonly string[] {
  return statuses.flatMap((status) => {
    const within = entries.filter((entry) => entry.status === status)
    if (within.length === 0) return []
    if (status === 'understood' || status === 'unused') return [`${titles[status]}: ${counted(within)}`]
    const lines = within.map(({ source, kind, name, note, count = 1 }) => {
      const what = name === '' ? (count === 1 ? kind : plural(kind, count)) : `${kind} “${name}”`
      return `  ${what}${source === '' ? '' : ` (${source})`}${note === undefined ? '' : `: ${note}`}`
    })
    return [`${titles[status]}:`, ...lines]
  })
}

/** The report as data, with counts by status and kind, and problems of single values. */
export function coverageJson(entries: readonly CoverageEntry[], diagnostics: readonly object[]): string {
  const totals = statuses.map((status) => {
    const kinds = new Map<string, number>()
    for (const { kind, count = 1 } of entries.filter((entry) => entry.status === status))
      kinds.set(kind, (kinds.get(kind) ?? 0) + count)
    return [status, Object.fromEntries(kinds)] as const
  })
  return `${JSON.stringify({ formatVersion: 1, totals: Object.fromEntries(totals), entries, diagnostics }, null, 2)}\n`
}

/** Whether an import left nothing undetermined. */
export function isComplete(entries: readonly CoverageEntry[]): boolean {
  return entries.every(({ status }) => status !== 'not-understood')
}

/** An entry for something that no export states, so that the file assumes it or leaves it undetermined. */
export function assumed(kind: string, name: string, note: string): CoverageEntry {
  return { source: '', kind, name, status: 'assumed', note }
}
