import type { IWorld } from '@cucumber/cucumber'
import { renderMermaid } from '../../report/drawing/mermaid.ts'
import type { Session } from '../scenario/session.ts'

/** The media type of Mermaid text. */
export const mermaidType = 'text/vnd.mermaid'

/** Attaches the sequence diagram of the failing session to the failed step. */
export function attachDiagram(scenario: IWorld, { traces }: Session): void {
  scenario.attach(renderMermaid(traces), { mediaType: mermaidType, fileName: 'sequence.mmd' })
}
