import {
  type DeviceComparison,
  deviceOwnership,
  devicePropertyNamed,
  isDeviceValue,
} from '../../vocabulary/device-properties.ts'
import type { DeviceOperator, DeviceRule } from './device-rule.ts'

/** A word of a filter that the vendor does not document for its property. */
export interface DeviceDoubt {
  readonly property: string
  readonly word: string
  readonly known: readonly string[]
}

/** Operators of each kind of property, as filters write them. */
const operators: { readonly [Comparison in DeviceComparison]: readonly DeviceOperator[] } = {
  equality: ['eq'],
  membership: ['eq', 'in'],
  text: ['eq', 'in', 'startswith', 'endswith', 'contains'],
  collection: ['contains'],
}

const shown = (operator: DeviceOperator, negated: boolean): string =>
  operator === 'eq' ? `-${negated ? 'ne' : 'eq'}` : `-${negated ? 'not' : ''}${operator}`

function doubtsOfComparison(rule: DeviceRule & { readonly kind: 'compare' }): readonly DeviceDoubt[] {
  const property = devicePropertyNamed(rule.property)
  if (property === undefined) return []
  const { name, compared, values = [] } = property
  const written = `device.${name === deviceOwnership.inSignals ? deviceOwnership.inFilters : name}`
  const taken = operators[compared]
  if (!taken.includes(rule.operator)) {
    const known = taken.flatMap((operator) => [shown(operator, false), shown(operator, true)])
    return [{ property: written, word: shown(rule.operator, rule.negated), known }]
  }
  const strange = rule.values.filter((value) => !isDeviceValue(property, value))
  return strange.map((word) => ({ property: written, word, known: values }))
}

/** Operators and values of a filter that the vendor does not document, in the order they stand. */
export function doubtsOf(rule: DeviceRule): readonly DeviceDoubt[] {
  switch (rule.kind) {
    case 'and':
    case 'or':
      return [...doubtsOf(rule.left), ...doubtsOf(rule.right)]
    case 'not':
      return doubtsOf(rule.rule)
    case 'compare':
      return doubtsOfComparison(rule)
  }
}
