import type { RuleId } from '../vocabulary/questions.ts'

/** Ids that no rule may take, since reports and baselines of others may still name them, each with the reason. */
export const retiredIds: ReadonlyMap<RuleId, string> = new Map([['ACC-9', 'never assigned']])
