import type { RuleId } from '../vocabulary/questions.ts'

/** Ids that no rule may take, since reports and baselines of others may still name them, each with the reason. */
export const retiredIds: ReadonlyMap<RuleId, string> = new Map([
  ['ACC-9', 'never assigned'],
  ['POL-13', 'never assigned, since a diagnostic has this code'],
  ['POL-14', 'never assigned, since a diagnostic has this code'],
  ['POL-15', 'never assigned, since a diagnostic has this code'],
  ['POL-16', 'never assigned, since a diagnostic has this code'],
  ['POL-17', 'never assigned, since a diagnostic has this code'],
  ['POL-18', 'never assigned, since a diagnostic has this code'],
  ['POL-19', 'never assigned, since a diagnostic has this code'],
  ['POL-20', 'never assigned, since a diagnostic has this code'],
  ['POL-29', 'never assigned, since a diagnostic has this code'],
  ['POL-30', 'never assigned, since a diagnostic has this code'],
])
