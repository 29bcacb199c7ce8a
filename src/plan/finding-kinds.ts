/** What happens to people in a plan, the gravest first; the ids are permanent. */
export const findingKinds = [
  'stranded',
  'opened',
  'weakened',
  'perhaps-stranded',
  'perhaps-opened',
  'undetermined',
  'client-lost',
  'must-register',
  'asked-otherwise',
  'gained',
  'restored',
] as const

/** What one finding is. */
export type FindingKind = (typeof findingKinds)[number]
