import type { Disagreement } from './disagreement.ts'
import { onCredentials } from './disagreements-of-credentials.ts'
import { onSettingsAndDates } from './disagreements-of-settings-and-dates.ts'

/** Every pair of pages that disagree, by id; the first page represents the row. */
export const disagreements: readonly Disagreement[] = [...onSettingsAndDates, ...onCredentials].map((entry) => ({
  ...entry,
  citation: entry.pages[0].citation,
}))
