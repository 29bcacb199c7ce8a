import type { IWorld } from '@cucumber/cucumber'
import { renderMermaid } from '../../report/drawing/mermaid.ts'
import { sessionOfProblem } from '../scenario/problem.ts'

/** The media type of Mermaid text. */
export const mermaidType = 'text/vnd.mermaid'

/** Attaches the sequence diagram of the failing session to the failed step. */
export function attachDiagrams(scenario: IWorld, thrown: unknown): void {
  const session = sessionOfProblem(thrown)
  if (session === undefined) return
  scenario.attach(renderMermaid(session.traces), { mediaType: mermaidType, fileName: 'sequence.mmd' })
}
