import { expect, test } from 'vitest'
import { type ReplayedPlan, unchangedWords } from './replayed-plan-report.ts'

const plan = (judged: number, notJudged: number, openAlready: number): ReplayedPlan => ({
  enforced: [],
  judged,
  notJudged,
  openAlready,
  effects: [],
})

const sure = 'nothing changes for anyone who signed in'

test.each([
  [plan(3, 0, 0), [sure]],
  [plan(3, 1, 0), ['nothing changes in the other sign-ins']],
  [
    plan(3, 0, 2),
    [
      'undetermined today and under the plan, which may block them: 2 sign-ins',
      'nothing changes in the other sign-ins',
    ],
  ],
  [
    plan(2, 0, 2),
    ['undetermined today and under the plan, which may block them: 2 sign-ins', 'nothing can be said about the plan'],
  ],
  [plan(0, 4, 0), ['nothing can be said about the plan']],
  [plan(0, 0, 0), ['nothing can be said about the plan']],
])('that nothing changes is said only of sign-ins that could be judged: %j', (judged, words) => {
  expect(unchangedWords(judged)).toEqual(words)
})
