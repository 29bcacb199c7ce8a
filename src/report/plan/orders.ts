import type { FoundOrder, OrdersResult } from '../../plan/play/orders-result.ts'
import { counted } from '../../vocabulary/counted.ts'
import type { JsonObject } from '../json/json-value.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import { type Block, heading, list, paragraph } from '../text/blocks.ts'
import { indentedLine } from '../text/change-words.ts'

const mostOrders = 10

const plannedWords: { readonly [Answer in OrdersResult['planned']['answer']]: string } = {
  'nobody-stranded': 'nobody is stranded in the order of the plan',
  open: 'undetermined whether the order of the plan strands anyone',
  stranded: 'the order of the plan strands someone',
  impossible: 'the order of the plan cannot be evaluated',
}

function plannedLine({ planned, stages }: OrdersResult): string {
  const { answer, stage, because } = planned
  const where = stage === undefined ? '' : ` in stage ${stage} "${stages[stage - 1] ?? ''}"`
  return `${plannedWords[answer]}${where}${because === undefined ? '' : `: ${because}`}`
}

/** How far the search went: what was not tried is no order in which someone is stranded. */
function scopeLine({ possible, steps, complete, orders }: OrdersResult): string {
  const all = counted(possible, 'order')
  const how = `${counted(steps, 'step')} from one state to the next evaluated, each stage at the date of its place`
  const open = orders.filter(({ answer }) => answer === 'open').length
  const found = `${orders.length - open} strand nobody${open === 0 ? '' : `, ${open} undetermined`}`
  if (complete) return `all ${all} decided: ${found} (${how})`
  return `not all of ${all} decided: ${found} so far, and the search stopped at its limit (${how})`
}

const orderWords = ({ stages, answer, swapped }: FoundOrder, names: readonly string[]): string =>
  `${answer === 'open' ? 'undetermined: ' : ''}${stages.map((one) => `${one}. ${names[one - 1] ?? ''}`).join(' → ')}${swapped === 0 ? ' (as planned)' : ''}`

const limits =
  'Only whether anyone is stranded is evaluated here. Gates, ways back and the other claims of an order: write it into the plan and run `authplan plan`.'

/** Pairs that a reader needs: those that the order of the plan breaks. */
const brokenPairs = ({ always, stages }: OrdersResult): readonly string[] =>
  always
    .filter(([one, other]) => one > other)
    .map(([one, other]) => `${one}. ${stages[one - 1] ?? ''} must come before ${other}. ${stages[other - 1] ?? ''}`)

function orderLines(result: OrdersResult): readonly string[] {
  const { orders, stages } = result
  const shown = orders.slice(0, mostOrders).map((one) => orderWords(one, stages))
  const left = orders.length - shown.length
  return left > 0 ? [...shown, `and ${left} more`] : shown
}

const none = 'No order was found in which nobody is stranded: a stage itself has to change.'

/** The orders of a plan for a terminal. */
export function renderOrdersText(result: OrdersResult, paint: ReportPaint = plainReport): string {
  const lines = [
    paint.strong(indentedLine(`${result.plan}: orders of the stages`)),
    indentedLine(`  ${plannedLine(result)}`),
    indentedLine(`  ${scopeLine(result)}`),
    '',
    ...brokenPairs(result).map((line) => indentedLine(`  ${line}`)),
    ...(result.orders.length === 0 ? [`  ${none}`] : orderLines(result).map((line) => indentedLine(`  ${line}`))),
    '',
    indentedLine(`  ${limits}`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** The same for a review. */
export function ordersBlocks(result: OrdersResult): readonly Block[] {
  return [
    heading(1, `${result.plan}: orders of the stages`),
    list([plannedLine(result), scopeLine(result), ...brokenPairs(result)], ''),
    heading(2, 'Orders in which nobody is stranded, closest to the plan first'),
    list(orderLines(result), none),
    paragraph(limits),
  ]
}

/** The same as data; stages are named by their numbers in the plan. */
export function ordersJson({ orders, always, planned, stages, ...rest }: OrdersResult): JsonObject {
  return {
    formatVersion: 1,
    ...rest,
    stages: [...stages],
    planned: { ...planned },
    orders: orders.map((one) => ({ ...one, stages: [...one.stages] })),
    always: always.map((pair) => [...pair]),
  }
}
