import type { SignInPair } from '../../plan/persona-result.ts'
import type { PlanResult } from '../../plan/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { Trace } from '../../trace/step.ts'
import { sessionDiagram } from '../drawing/diagram.ts'
import { mermaidOf } from '../drawing/mermaid.ts'
import { sequenceSvg } from '../drawing/sequence-svg.ts'
import { svgText } from '../drawing/svg-tree.ts'
import { type Block, heading, paragraph } from '../text/blocks.ts'
import { purposeName } from '../text/change-words.ts'
import { everyone } from './affected.ts'
import { kindWords } from './words.ts'

/** One side of a pair as a drawing, and as Mermaid's text where there are no drawings. */
function picture(traces: readonly Trace[], caption: string, id: string): readonly Block[] {
  if (traces.length === 0) return [paragraph(`${caption}: there is no such sign-in.`)]
  const diagram = sessionDiagram(traces)
  return [{ kind: 'picture', caption, mermaid: mermaidOf(diagram), svg: svgText(sequenceSvg(diagram, { id })) }]
}

function pairBlocks({ clientNames }: PlanResult, pair: SignInPair, level: 3 | 4): readonly Block[] {
  const { stage, at, persona = everyone, kind, user, client, purpose, network, before, after } = pair
  const id = `stage-${stage}-${persona.replace(/[^A-Za-z0-9]+/g, '-')}`
  const task = `${user} uses ${clientNames[client] ?? client} to ${purposeName(purpose)}, from ${network}`
  return [
    heading(level, persona),
    paragraph(`${kindWords[kind]}: ${task}.`),
    ...picture(before, 'Before', `${id}-before`),
    ...picture(after, `From ${formatInstant(at)}`, `${id}-after`),
  ]
}

/** The sign-ins that stand for what a stage changes, before and after, cohort by cohort. */
export function stagePictures(result: PlanResult, stage: number, level: 3 | 4): readonly Block[] {
  const pairs = result.details?.pairs.filter((one) => one.stage === stage) ?? []
  return pairs.flatMap((pair) => pairBlocks(result, pair, level))
}

/** Every sequence diagram of a plan, stage by stage. */
export function pictureBlocks(result: PlanResult): readonly Block[] {
  return [
    heading(1, `${result.plan}: sign-ins before and after`),
    ...result.stages.flatMap(({ index, name }): readonly Block[] => {
      const pictures = stagePictures(result, index, 3)
      const empty = index === 0 ? [] : [paragraph('No sign-in changes in this stage.')]
      if (pictures.length === 0 && index === 0) return []
      return [
        heading(2, index === 0 ? 'Before stage 1' : `${index}. ${name}`),
        ...(pictures.length === 0 ? empty : pictures),
      ]
    }),
  ]
}
