import type { Section } from '../document';
import type { ReportFacts } from '../facts';
import { history } from './history';
import { provenance } from './provenance';
import { splits } from './splits';
import { verdict } from './verdict';
import { warnings } from './warnings';

/**
 * The sections of the metric report, in the order in which they are read. Each is a function of the same facts; one that
 * has nothing to say for this kind of project gives `undefined`, one that lacks its data says what would bring them.
 */
const SECTIONS: readonly ((facts: ReportFacts) => Section | undefined)[] = [
  verdict,
  provenance,
  warnings,
  splits,
  history,
];

export function sectionsOf(facts: ReportFacts): readonly Section[] {
  return SECTIONS.map(section => section(facts)).filter(section => section !== undefined);
}
